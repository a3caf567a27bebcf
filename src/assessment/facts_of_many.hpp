// The facts of many organisations: one CSV for each table, with a column `organisation`. Read and checked by the same
// code as an assessment's own.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "waymark/diagnostic.hpp"
#include "waymark/framework.hpp"
#include "waymark/table.hpp"

namespace waymark {

struct FactFile {
    std::string path;   // as findings name it
    std::string table;  // id: its name without ".csv"
    std::string text;
};

struct OrganisationFacts {
    std::string name;           // as first written
    std::vector<Table> tables;  // index as in Catalogue::tables
    bool money = false;         // some amount is filled in
};

// By the name as `key_of` makes it comparable. A table without rows for an organisation is not given for it.
std::map<std::string, OrganisationFacts> read_facts_of_many(
    const std::vector<FactFile>& files, const Framework& framework,
    const std::function<std::string(const std::string&)>& key_of, Diagnostics& diagnostics);

}  // namespace waymark
