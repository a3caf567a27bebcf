// What may be wrong with JSON, one named case each, in the classes that public collections of such cases use. The texts are
// our own.
#pragma once

#include <string>
#include <vector>

struct JsonCase {
    std::string name;
    std::string text;
    bool good = false;
};

// Texts for the place of one value inside a record.
std::vector<JsonCase> json_values();
// Texts for whole files; `record` is a good one.
std::vector<JsonCase> json_documents(const std::string& record);
