#include "json_cases.hpp"

namespace {

using namespace std::string_literals;

void add(std::vector<JsonCase>& cases, bool good, const std::vector<std::pair<std::string, std::string>>& named) {
    for (const auto& [name, text] : named) cases.push_back({name, text, good});
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

void bad_lists(std::vector<JsonCase>& cases) {
    add(cases, false,
        {{"list without a comma", "[3 4]"},
         {"list with a colon for a comma", R"(["a": 4])"},
         {"list with a semicolon for a comma", "[3;4]"},
         {"list with a comma before the end", "[3,]"},
         {"list with two commas", "[3,,4]"},
         {"list that starts with a comma", "[,3]"},
         {"list of a comma only", "[,]"},
         {"list in a list without a comma", "[1[2]]"},
         {"list closed twice", "[3]]"},
         {"list closed by a brace", "[3}"},
         {"list never closed", "[3"},
         {"list never closed after a comma", "[3,"},
         {"list with a lone minus", "[-]"},
         {"list with a star", "[*]"},
         {"list with vertical tab and form feed", "[\v3\f]"},
         {"list with a word", "[maybe]"},
         {"list with a comment", "[3 /* three */]"}});
}

void bad_words(std::vector<JsonCase>& cases) {
    add(cases, false,
        {{"half of true", "tru"},
         {"half of false", "fals"},
         {"half of null", "nul"},
         {"true with a capital", "True"},
         {"null in capitals", "NULL"},
         {"true and more", "trues"},
         {"nothing at all", ""},
         {"undefined", "undefined"},
         {"a word of letters beyond ASCII", "\xc3\xa9t\xc3\xa9"},
         {"a word joiner",
          "\xe2\x81\xa0"
          "1"},
         {"an apostrophe string", "'three'"},
         {"an angle bracket", "<3>"},
         {"a byte of no character", "\xe5"},
         {"a NUL byte outside a string", "1\0"s}});
}

void bad_numbers(std::vector<JsonCase>& cases) {
    for (const char* number :
         {"++3",   "+3",    "+Inf", "-03",   "-1.0.",    "-4.",       "-NaN",         ".-3",   ".4e-2",
          "0.3.4", "0.5e+", "0.5e", "0.e2",  "0E+",      "0e",        "4.0e-",        "2 000", "3eE2",
          "5.e+2", "5.e2",  "Inf",  "NaN",   "Infinity", "-Infinity", "\xef\xbc\x93", "3+4",   "0x4",
          "0x4f",  "3+-4",  "-3x",  "- 3",   "-.5",      "4e1x",      "3.",           ".3",    "4a",
          "03",    "3_000", "1,5",  "3\xe5", "3e\xe5",   "0b1"}) {
        cases.push_back({"number "s + number, number, false});
    }
}

void bad_objects(std::vector<JsonCase>& cases) {
    add(cases, false,
        {{"object with a list for a name", R"({[: 3})"},
         {"object with a comma for a colon", R"({"a", 3})"},
         {"object with two colons", R"({"a":: 3})"},
         {"object with no colon", R"({"a" 3})"},
         {"object with no value", R"({"a":})"},
         {"object with no name", R"({: 3})"},
         {"object with a name only", R"({"a"})"},
         {"object with a number for a name", "{3: 4}"},
         {"object with a null for a name", "{null: null}"},
         {"object with an unquoted name", "{a: 3}"},
         {"object with an apostrophe name", "{'a': 3}"},
         {"object with a comma before the end", R"({"a": 3,})"},
         {"object with two commas", R"({"a": 3,, "b": 4})"},
         {"object with two commas before the end", R"({"a": 3,,})"},
         {"object with a comment", R"({"a": 3 // three
})"},
         {"object with garbage at the end", R"({"a": 3 garbage})"},
         {"object closed by a bracket", R"({"a": 3])"},
         {"object never closed", R"({"a": 3)"},
         {"object with a truncated value", R"({"a": tr})"},
         {"object with a broken byte in a name", "{\"\xb9\": 3}"},
         {"object with an emoji for a name", "{\xf0\x9f\x9a\x90}"}});
}

void bad_strings(std::vector<JsonCase>& cases) {
    add(cases, false,
        {{"string never closed", R"("three)"},
         {"string of one quote", R"(")"},
         {"string with a raw tab", "\"a\tb\""},
         {"string with a raw line break", "\"a\nb\""},
         {"string with a raw NUL", "\"a\0b\""s},
         {"string with a raw unit separator", "\"\x1f\""},
         {"string with an escaped raw tab", "\"a\\\tb\""},
         {"string with an escape of nothing known", R"("\q")"},
         {"string with an escape in hexadecimal", R"("\x41")"},
         {"string with a capital U", R"("\U0041")"},
         {"string with an escaped NUL byte", "\"\\\0\""s},
         {"string with an escaped emoji", "\"\\\xf0\x9f\x9a\x90\""},
         {"string with an escape cut short", R"("\u00")"},
         {"string with an escape of no digits", R"("\uzz41")"},
         {"string with an escape and the end", R"("\)"},
         {"string with a first half and an escape", R"("\ud83d\n")"},
         {"string with a first half and no second", R"("\ud83d")"},
         {"string with a first half and text", R"("\ud83dabc")"},
         {"string with a first half cut in its second", R"("\ud83d\ude")"},
         {"string with a second half alone", R"("\ude00")"},
         {"string with halves in the wrong order", R"("\ude00\ud83d")"},
         {"string with two first halves", R"("\ud83d\ud83d")"},
         {"string with a continuation byte alone", "\"\x81\""},
         {"string with a byte that no character has", "\"\xff\""},
         {"string with a character cut short", "\"\xe0\xa0\""},
         {"string with a slash in two bytes", "\"\xc0\xaf\""},
         {"string with a slash in six bytes", "\"\xfc\x80\x80\x80\x80\xaf\""},
         {"string with half of a pair as bytes", "\"\xed\xa0\xbd\""},
         {"string with a character beyond Unicode", "\"\xf4\x90\x80\x80\""},
         {"string and garbage", R"("three" four)"},
         {"word with an escape and no quotes", R"(\n)"}});
}

void good_values(std::vector<JsonCase>& cases) {
    add(cases, true,
        {{"good empty list", "[ ]"},
         {"good list of everything", R"([null, 1, "1", {}, [], true, false])"},
         {"good list over lines", "[\n1\r\n,\t2 ]"},
         {"good empty object", "{ }"},
         {"good object with an empty name", R"({"": 0})"},
         {"good object with a NUL in a name", R"({"a\u0000b": 4})"},
         {"good object with one name twice", R"({"a": 1, "a": 2})"},
         {"good object with long names", "{\"" + std::string(300, 'n') + "\": 3}"},
         {"good string with every escape", R"("\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00")"},
         {"good string with a NUL escape", R"("\u0000")"},
         {"good string with DEL", "\"\x7f\""},
         {"good string with no character", "\"\xef\xbf\xbf\\uFFFF\xf4\x8f\xbf\xbf\""},
         {"good string with line separators", "\"\xe2\x80\xa8\xe2\x80\xa9\""},
         {"good string that looks like a comment", R"("a/*b*/c//d")"},
         {"good string that looks like the end", R"("}]\"}]")"},
         {"good string with backslashes at the end", R"("\\\\")"},
         {"good number zero", "0"},
         {"good number minus zero", "-0"},
         {"good number with exponents", "[1E+2, 1e-2, 0e1, 12.5E3]"},
         {"good number with many digits", "0.1" + std::string(400, '3')},
         {"good number too big for 64 bits", "123456789012345678901234567890"},
         {"good number too small for 64 bits", "-123456789012345678901234567890"},
         {"good number too big for floating point", "[1e400, -1e400, 1e-400, 0.5e999999]"},
         {"good nesting of thirty", repeated("[", 30) + repeated("]", 30)}});
}

}  // namespace

std::vector<JsonCase> json_values() {
    std::vector<JsonCase> cases;
    bad_lists(cases);
    bad_words(cases);
    bad_numbers(cases);
    bad_objects(cases);
    bad_strings(cases);
    good_values(cases);
    add(cases, false,
        {{"nesting of ten thousand", repeated("[", 10000) + repeated("]", 10000)},
         {"nesting of objects", repeated("{\"a\":", 10000) + "1" + repeated("}", 10000)}});
    return cases;
}

std::vector<JsonCase> json_documents(const std::string& record) {
    std::vector<JsonCase> cases;
    add(cases, true,
        {{"file of one record", record},
         {"file with a byte order mark", "\xef\xbb\xbf" + record},
         {"file with white space around", "\r\n\t " + record + " \r\n"},
         {"file of a list", "[" + record + "]"}});
    add(cases, false,
        {{"file of nothing", ""},
         {"file of one space", " "},
         {"file of a byte order mark", "\xef\xbb\xbf"},
         {"file of half a byte order mark", "\xef\xbb"},
         {"file in UTF-16, little end first", "\xff\xfe[\0]\0"s},
         {"file in UTF-16, big end first", "\xfe\xff\0[\0]"s},
         {"file in UTF-16 without a mark", "[\0]\0"s},
         {"file of one bracket", "["},
         {"file of one brace", "{"},
         {"file of one closing bracket", "]"},
         {"file of an open string", "[\"asd]"},
         {"file of a bracket and an apostrophe", "['"},
         {"file of a bracket and a comma", "[,"},
         {"file of a hundred thousand brackets", repeated("[", 100000)},
         {"file of a hundred thousand opened objects", repeated("[{\"\":", 50000)},
         {"file of a number", "3"},
         {"file of a word", "hello"},
         {"file of a string", "\"hello\""},
         {"file of true", "true"},
         {"file of HTML", "<!DOCTYPE html><html><body>Sign in</body></html>"},
         {"file of XML", "<?xml version=\"1.0\"?><responses/>"},
         {"file of an error", R"({"error": {"message": "unauthorised"}})"},
         {"file of zero bytes", "\0\0\0\0"s}});
    return cases;
}
