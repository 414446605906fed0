## Fuzz targets: tests/fuzz/fuzz_NAME.c with its seeds in seeds/NAME/ and, where
## it helps, words in NAME.dict.  Each is written like these:
## SPDX-License-Identifier: Apache-2.0

FUZZERS += tests/fuzz/fuzz_text
tests_fuzz_fuzz_text_SOURCES = tests/fuzz/fuzz_text.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_text_LDFLAGS = $(FUZZING_FLAGS)
tests_fuzz_fuzz_text_LDADD = $(LIBS_BASE)

FUZZERS += tests/fuzz/fuzz_conf
tests_fuzz_fuzz_conf_SOURCES = tests/fuzz/fuzz_conf.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_conf_LDFLAGS = $(FUZZING_FLAGS)
tests_fuzz_fuzz_conf_LDADD = $(LIBS_BASE)

FUZZERS += tests/fuzz/fuzz_assembler
tests_fuzz_fuzz_assembler_SOURCES = tests/fuzz/fuzz_assembler.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_assembler_LDFLAGS = $(FUZZING_FLAGS)
tests_fuzz_fuzz_assembler_LDADD = $(LIBS_SCAN)

FUZZERS += tests/fuzz/fuzz_labels
tests_fuzz_fuzz_labels_SOURCES = tests/fuzz/fuzz_labels.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_labels_LDFLAGS = $(FUZZING_FLAGS)
tests_fuzz_fuzz_labels_LDADD = $(LIBS_SCAN)

FUZZERS += tests/fuzz/fuzz_parse
tests_fuzz_fuzz_parse_SOURCES = tests/fuzz/fuzz_parse.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_parse_LDFLAGS = $(FUZZING_FLAGS)
tests_fuzz_fuzz_parse_LDADD = $(LIBS_SCAN)

FUZZERS += tests/fuzz/fuzz_csv
tests_fuzz_fuzz_csv_SOURCES = tests/fuzz/fuzz_csv.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_csv_LDFLAGS = $(FUZZING_FLAGS)
tests_fuzz_fuzz_csv_LDADD = $(LIBS_EXCHANGE)

FUZZERS += tests/fuzz/fuzz_template
tests_fuzz_fuzz_template_SOURCES = tests/fuzz/fuzz_template.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_template_LDFLAGS = $(FUZZING_FLAGS)
tests_fuzz_fuzz_template_LDADD = $(LIBS_LABEL)
FUZZERS += tests/fuzz/fuzz_mask
tests_fuzz_fuzz_mask_SOURCES = tests/fuzz/fuzz_mask.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_mask_LDFLAGS = $(FUZZING_FLAGS)
tests_fuzz_fuzz_mask_LDADD = $(LIBS_DOMAIN)
