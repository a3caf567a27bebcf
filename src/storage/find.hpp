// Which file an interview goes on with, and what a new one is called.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assessment/progress.hpp"

namespace waymark {

struct FoundAssessment {
    std::string path;  // folder and name, as given
    std::string text;
    AssessmentOutline outline;
};

// Every assessment file directly in the folder, by name: regular files, no links, ending in .yaml or .yml, of at most
// 4 MiB, not beginning with a dot. Files that cannot be read are passed over.
std::vector<FoundAssessment> find_assessments(const std::string& folder);

// The framework of a file, or null if it cannot be had; given by whoever knows frameworks.
using FrameworkOf = std::function<const Framework*(const FoundAssessment&)>;

// Those of them that are one person's and unfinished (is_unfinished). None: begin a new one. One: go on with it.
// Several: let the person choose.
std::vector<FoundAssessment> find_unfinished(const std::string& folder, const FrameworkOf& framework_of);

// "warm-homes-mission-team-2026-11-20.yaml", with the respondent's id before the end if one is given
// ("…-2026-11-20-ana.yaml"). Any name gives a safe one: a-z, 0-9 and '-', accents taken off, at most 82 characters,
// "assessment-2026-11-20.yaml" where nothing is left.
std::string default_file_name(const std::string& organisation, const std::string& date, const std::string& respondent);

// `folder`/`name`, with -2, -3 … before the ending if something of that name exists, be it a link that leads nowhere.
std::string free_path(const std::string& folder, const std::string& name);

}  // namespace waymark
