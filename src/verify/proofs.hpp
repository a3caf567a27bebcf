// What can be proved about a framework before anybody answers it (docs/proofs.md). All of it is about fully answered
// assessments: every practice answered, with evidence where the framework asks for it, and every fact recorded.
//
// "Never" and "always" are said only where everything that could happen was taken in, and more; "possible" only of an
// assessment that was made and appraised. What is neither is counted, and is no finding.
#pragma once

#include <string>
#include <string_view>

#include "text/source.hpp"
#include "waymark/framework.hpp"

namespace waymark {

struct ProofCount {
    int questions = 0;  // flags, bands and readings of the verdict, under each profile
    int possible = 0;   // shown by an assessment
    int never = 0;      // shown to be out of reach
    int undecided = 0;

    ProofCount& operator+=(const ProofCount& other);
};

// Adds its findings (codes of the families P and L). `framework` was read from the same text without an error.
ProofCount prove(const Framework& framework, Findings& findings);

// "proved for fully answered assessments …"; empty if nothing was asked.
std::string in_words(const ProofCount& count);

// The parts.
void prove_reads(const Framework& framework, Findings& findings);    // proof_reads.cpp: what no rule looks at
void prove_weights(const Framework& framework, Findings& findings);  // proof_weights.cpp: what hardly counts
void check_wording(const Framework& framework, Findings& findings);  // wording.cpp

// Where an id stands, looked for from where the thing that has it begins.
Span place_of(const Source& source, const Span& span, std::string_view id);

}  // namespace waymark
