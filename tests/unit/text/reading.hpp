// Reading a text as a file, for tests.
#pragma once

#include <optional>
#include <string>

#include "text/csv.hpp"
#include "text/yaml.hpp"

struct Reading {
    explicit Reading(std::string text) : source("f.yaml", std::move(text)), findings(source, list) {}
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Reading& yaml(const waymark::YamlLimits& limits = {}) {
        root = waymark::parse_yaml(findings, limits);
        return *this;
    }
    Reading& csv(const waymark::CsvLimits& limits = {}) {
        table = waymark::parse_csv(findings, limits);
        return *this;
    }

    // "Y007 3:1+5", one per finding, separated by "; "
    std::string found() const {
        std::string all;
        for (const auto& d : list) {
            all += (all.empty() ? "" : "; ") + d.code + ' ' + std::to_string(d.span.line) + ':' +
                   std::to_string(d.span.column) + '+' + std::to_string(d.span.length);
        }
        return all;
    }

    waymark::Source source;
    waymark::Diagnostics list;
    waymark::Findings findings;
    std::optional<waymark::Node> root;
    std::optional<waymark::CsvTable> table;
};

inline std::string place(const waymark::Span& span) {
    return std::to_string(span.line) + ':' + std::to_string(span.column) + '+' + std::to_string(span.length);
}
