// A comparison as headed parts of sentences, tables and items: the one wording that its text, Markdown and HTML share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cohort/compare.hpp"

namespace waymark {

// From where to where, on one scale; drawn where a format has pictures.
struct DocumentMove {
    Rational lowest, highest;
    std::optional<Rational> claimed_from, claimed_to, evidenced_from, evidenced_to;
};

struct DocumentItem {
    std::string mark;  // high, medium, low, good; empty: none
    std::string title;
    std::vector<std::string> lines;
    std::optional<DocumentMove> move = std::nullopt;
};

struct DocumentTable {
    std::string caption;
    std::vector<std::string> columns;  // the first names the rows
    std::vector<std::vector<std::string>> rows;
    std::vector<DocumentMove> moves = {};  // one for each row, or none
};

struct DocumentPart {
    std::string id;
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<DocumentTable> tables;
    std::vector<DocumentItem> items;
};

// A large figure: "Evidenced 1.38 → 2.25".
struct DocumentFigure {
    std::string label;
    std::string figure;
    std::string kind;  // claimed, evidenced, gap
};

struct Document {
    std::string title;
    std::vector<std::string> lead;
    std::string answer;                   // "Mission-washing likely → Clear"; what pages for looking at begin with
    std::vector<DocumentFigure> figures;  // beside it
    std::vector<DocumentPart> parts;
};

// "High: W01 …": the mark said in words.
std::string title_with_mark(const DocumentItem& item);

Document comparison_document(const AssessmentComparison& comparison);

}  // namespace waymark
