#!/bin/bash
# report.sh - packing slips and bills of contents, in every format.
# SPDX-License-Identifier: Apache-2.0
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/packed.sh"

export DOCKLEDGER_NOW=2026-03-02T08:00:00.000Z
packed
run 0 scan ship --slot carrier=DHL << END
(00)$box1
JD0146
END

run 0 report --list
out_has 'packing-slip     --order NUMBER [--kind SO|TRANSFER]'
out_has 'carton-contents'
out_has 'failing-labels'
run 0 --json report --list
keys name usage words

# text
run 0 report packing-slip --order 5001
out_has 'Packing slip SO 5001'
out_has 'CUST  A customer'
out_has '   1  DRILL                      6       1       2          3  Cordless drill'
out_has "carton $box1, shipped, 3 units, 12.500 kg, DHL JD0146, left 2026-03-02 08:00"
out_has "carton $box2, closed, 1 unit, on pallet $pallet"
out_has '    MASK                 M1  lot L77  expires 2030-06-30'
out_lacks 'D9'
run 0 report carton-contents --carton $pallet
out_has "Contents of pallet $pallet"
out_has "    DRILL                D9  SO:5002"
out_has "    DRILL                D3  SO:5001"

# JSON
run 0 report packing-slip --order SO:5001 --format json
is party CUST
is party_name 'A customer'
keys order kind party party_name lines cartons loose
out_has '{"line":1,"item":"DRILL","name":"Cordless drill","qty":6,"packed":1,"shipped":2,"back_order":3}'
out_has "\"carton\":\"$box2\",\"kind\":\"carton\",\"state\":\"closed\",\"pallet\":\"$pallet\""
out_has '"serial":"M1","lot":"L77","made_on":null,"expires_on":"2030-06-30"'
run 0 --json report carton-contents --carton $box1
out_has '"carrier":"DHL","tracking":"JD0146","shipped_at":"2026-03-02T08:00:00.000Z"'

# CSV, quoted where it must be
run 0 report packing-slip --order 5001 --format csv
lines_are 5
out_has 'order,line,item,name,serial,lot,made_on,expires_on,carton,pallet,carrier,tracking,party,party_name,status'
out_has "SO:5001,2,MASK,\"Mask, large\",M1,L77,,2030-06-30,$box1,,DHL,JD0146,CUST,A customer,shipped"
out_has "SO:5001,1,DRILL,Cordless drill,D3,,,,$box2,$pallet,,,CUST,A customer,packed"
run 0 report packing-slip --order 5001 --out slip.csv
err_is_empty
[ "$(wc -l < slip.csv)" -eq 5 ] || fault 'slip.csv'

# PDF
run 0 report packing-slip --order 5001 --out slip.pdf
run 0 report carton-contents --carton $pallet --format pdf --out pallet.pdf
run 0 report packing-slip --order 5001 --format pdf
[ "$(head -c 5 out)" = '%PDF-' ] || fault 'no PDF on standard output'
cmp -s out slip.pdf || fault 'the same slip is other bytes'
if command -v pdftotext > /dev/null && command -v pdfinfo > /dev/null; then
	run 0 version
	pdftotext -layout slip.pdf out || fault 'no text in the PDF'
	pdfinfo slip.pdf > err || fault 'no PDF'
	for word in 'Packing slip SO 5001' 'CUST' 'A customer' D1 D2 D3 M1 L77 \
		2030-06-30 $box1 $box2 'ordered 6' 'shipped 2' 'back-order 3'; do
		out_has "$word"
	done
	err_has 'Pages:           1'
	err_has 'A4'
	pdftotext -layout pallet.pdf out
	out_has D9
	out_has "$box3: 1 unit, on pallet $pallet"
else
	echo 'SKIP of the PDFs: no pdftotext here (poppler-utils)'
fi

# what cannot be
run 1 report packing-slip --order 99
err_has 'there is no SO 99'
run 1 report packing-slip --order 5001 --kind TRANSFER
err_has 'there is no TRANSFER 5001'
run 2 report packing-slip --order 5001 --kind PO
err_has '--kind is SO or TRANSFER'
run 2 report packing-slip
err_has 'packing-slip takes --order'
run 2 report carton-contents
run 1 report carton-contents --carton 004000000000000046
err_has 'there is no carton'
run 2 report census
err_has 'there is no report "census"'
run 2 report packing-slip --order 5001 --format doc
err_has '--format is text, csv, json or pdf'
run 3 report packing-slip --order 5001 --out no/where.pdf
finish
