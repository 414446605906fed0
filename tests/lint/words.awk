# words.awk - faults of one text file, for words.sh.
# SPDX-License-Identifier: Apache-2.0
#
# Variables: path, its name; code, 1 for C; listed, 1 when it may be long.

function fault(what) {
	print path ":" FNR ": " what
}

# Columns of a line with tabs of eight; a UTF-8 character counts as one.
function width(line,	n, i, c) {
	gsub(/[\200-\277]/, "", line)
	for (i = 1; i <= length(line); i++) {
		c = substr(line, i, 1)
		n = c == "\t" ? n + 8 - n % 8 : n + 1
	}
	return n
}

/[ \t\r]$/ { fault("white space at the end") }
/(^|[^A-Za-z])(TO[D]O|FIX[M]E|X[X]X|HA[C]K)([^A-Za-z]|$)/ {
	fault("unfinished: finish it, or leave it out")
}
# Folders of one person's machine; /tmp, /usr and /etc are everybody's.
/(^|[^A-Za-z0-9_.)}])\/(home|root|work|Users|mnt)\// {
	fault("the path of one machine")
}

code && FNR == 1 && $0 != "/*" { fault("a file begins with what it is") }
code && FNR == 2 {
	name = path
	sub(/.*\//, "", name)
	stem = name
	sub(/\.[ch]$/, "", stem)
	if (index($0, " * " name " - ") != 1 && index($0, " * " stem " - ") != 1)
		fault("the second line is \" * " name " - what it is\"")
}
FNR <= 12 && /SPDX-License-Identifier: Apache-2\.0/ { licensed = 1 }
code && width($0) > 100 {
	wide = 1
	if (!listed)
		fault("more than 100 columns")
}

# House style puts the brace of a function, and of nothing else, in column one.
code && /^\{/ { begun = FNR }
code && /^\}/ && begun {
	if (FNR - begun - 1 > 70)
		fault("this function has " FNR - begun - 1 " lines; 70 at most")
	begun = 0
}

END {
	if (code && !licensed)
		fault("no SPDX line at the top")
	if (code && FNR > 400 && !listed)
		fault("400 lines at most, or a line in tests/lint/long.allowed")
	if (code && FNR <= 400 && !wide && listed)
		fault("not long any more: take it out of tests/lint/long.allowed")
}
