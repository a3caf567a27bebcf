// A comparison as headed parts of sentences, tables and items: the one wording that its text, Markdown and HTML share.
#pragma once

#include <string>
#include <vector>

#include "cohort/compare.hpp"

namespace waymark {

struct DocumentItem {
    std::string mark;  // high, medium, low, good; empty: none
    std::string title;
    std::vector<std::string> lines;
};

struct DocumentTable {
    std::string caption;
    std::vector<std::string> columns;  // the first names the rows
    std::vector<std::vector<std::string>> rows;
};

struct DocumentPart {
    std::string id;
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<DocumentTable> tables;
    std::vector<DocumentItem> items;
};

struct Document {
    std::string title;
    std::vector<std::string> lead;
    std::vector<DocumentPart> parts;
};

Document comparison_document(const AssessmentComparison& comparison);

}  // namespace waymark
