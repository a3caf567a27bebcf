// Every kind of change and its class. The classes follow from two questions: does an answer or fact that was recorded
// under the old version still count, and do the scores made of it stay the same?
#include <algorithm>

#include "verify/diff.hpp"

namespace waymark {

namespace {

constexpr ChangeClass kBreaking = ChangeClass::breaking;
constexpr ChangeClass kCompatible = ChangeClass::compatible;
constexpr ChangeClass kEditorial = ChangeClass::editorial;

constexpr DiffRule kRules[] = {
    {"framework-renamed", kBreaking, "The framework has another id", "assessments name it by its id"},
    {"practice-added", kBreaking, "A practice was added",
     "old assessments have no answer to it: coverage falls, and scores can be withheld or held down"},
    {"practice-removed", kBreaking, "A practice was removed", "its answers no longer count"},
    {"practice-renamed", kBreaking, "A practice has another id", "old answers count once they are migrated"},
    {"group-added", kBreaking, "A dimension or group was added", "the whole is made of other parts"},
    {"group-removed", kBreaking, "A dimension or group was removed", "the whole is made of other parts"},
    {"group-renamed", kBreaking, "A dimension or group has another id", "its scores are kept under that name"},
    {"node-kind", kBreaking, "A practice became a group, or a group a practice", "groups are not answered"},
    {"node-moved", kBreaking, "A practice or group stands under another group", "two groups score differently"},
    {"weight", kBreaking, "A weight changed", "scores move"},
    {"core", kBreaking, "A practice became core, or no longer is", "core practices hold the overall band down"},
    {"rollup", kBreaking, "A group's roll-up changed", "scores move"},
    {"stage", kBreaking, "A practice stands in another stage, or passes at another level", "scores move"},
    {"practice-scale", kBreaking, "A practice has another scale", "its answers are levels of the old one"},
    {"not-applicable-withdrawn", kBreaking, "A practice can no longer be said not to apply",
     "answers that said so no longer count"},
    {"level-added", kBreaking, "A level was added to a scale that practices use",
     "what the other levels mean beside it, and the ends of the scale, move"},
    {"level-removed", kBreaking, "A level was removed", "answers or facts that gave it no longer count"},
    {"level-renamed", kBreaking, "A level has another id", "old answers count once they are migrated"},
    {"level-value", kBreaking, "A level has another value", "scores move"},
    {"level-order", kBreaking, "Levels stand in another order", "higher and lower change places"},
    {"default-scale", kBreaking, "Another scale is the default", "bands and supports are declared on it"},
    {"evidence-asked", kBreaking, "Evidence is asked for, and was not",
     "bands are given on what is shown, no longer on what is claimed"},
    {"strength-added-between", kBreaking, "A strength was added below others",
     "old evidence that counts as one weaker falls to another strength"},
    {"strength-removed", kBreaking, "A strength was removed", "evidence of that strength no longer counts"},
    {"strength-renamed", kBreaking, "A strength has another id", "old evidence counts once it is migrated"},
    {"strength-supports", kBreaking, "A strength supports another level", "evidenced scores move"},
    {"strength-order", kBreaking, "Strengths stand in another order", "evidenced scores move"},
    {"evidence-ages", kBreaking, "Evidence ages sooner or later", "evidenced scores move"},
    {"evidence-word-removed", kBreaking, "A producer or form of evidence was removed",
     "evidence that names it is refused"},
    {"evidence-word-renamed", kBreaking, "A producer or form of evidence has another id",
     "old evidence is read once it is migrated"},
    {"role-removed", kBreaking, "A role was removed", "people in it no longer count"},
    {"role-renamed", kBreaking, "A role has another id", "people in it count once they are migrated"},
    {"profile-removed", kBreaking, "A profile was removed", "assessments that use it are refused"},
    {"profile-renamed", kBreaking, "A profile has another id", "assessments are read once they are migrated"},
    {"profile-default", kBreaking, "Another profile stands first", "assessments that name none are scored with it"},
    {"profile-weight", kBreaking, "A weight of a profile changed", "scores move"},
    {"profile-core", kBreaking, "What is core in a profile changed", "core practices hold the overall band down"},
    {"scoring", kBreaking, "A rule of scoring changed: statistic, roll-up or withholding", "scores move"},
    {"band-added", kBreaking, "A band was added", "old scores fall into another band"},
    {"band-removed", kBreaking, "A band was removed", "old scores fall into another band"},
    {"band-edge", kBreaking, "A band has another edge", "old scores fall into another band"},
    {"core-gate", kBreaking, "The gate of core practices changed", "the overall band moves"},
    {"table-removed", kBreaking, "A table or record was removed", "facts in it no longer count"},
    {"table-renamed", kBreaking, "A table or record has another id", "old facts count once they are migrated"},
    {"table-kind", kBreaking, "A table became a record, or a record a table", "facts are written in another way"},
    {"table-key", kBreaking, "Rows are named by another column", "facts that refer to rows find none"},
    {"column-added-required", kBreaking, "A column was added that no row may leave blank", "old rows lack it"},
    {"column-required", kBreaking, "A column may no longer be left blank", "old rows may lack it"},
    {"column-removed", kBreaking, "A column was removed", "facts in it no longer count"},
    {"column-renamed", kBreaking, "A column has another id", "old facts count once they are migrated"},
    {"column-type", kBreaking, "A column holds something else", "old facts may be refused"},
    {"choice-removed", kBreaking, "A choice was removed", "facts that chose it no longer count"},
    {"choice-renamed", kBreaking, "A choice has another id", "old facts count once they are migrated"},
    {"retired-name-used", kBreaking, "A name that was retired is used again",
     "an old answer under that name would be read as something else"},

    {"former-name-dropped", kCompatible, "What became of an earlier name is no longer said",
     "older assessments can no longer be carried over by this file alone"},
    {"question-wording", kCompatible, "A question or the text of a level has other words",
     "only its author can tell whether that moves the bar; if it does, take the major step"},
    {"code", kCompatible, "A code changed", "people know things by codes; files do not use them"},
    {"code-reused", kCompatible, "A code stands for something else", "readers of older reports will mistake it"},
    {"tags", kCompatible, "The tags of a practice changed", "signs that read them may change; scores do not"},
    {"not-applicable-allowed", kCompatible, "A practice can now be said not to apply", "old answers still count"},
    {"scale-added", kCompatible, "A scale was added", "nothing old uses it"},
    {"scale-removed", kCompatible, "A scale was removed", "what used it is listed by itself"},
    {"column-level-added", kCompatible, "A level was added to a scale that only columns use", "old facts still count"},
    {"column-level-value", kCompatible, "A level that only columns use has another value",
     "signs that compare it with numbers may change"},
    {"strength-added-on-top", kCompatible, "A strength was added above all others", "old evidence stays what it was"},
    {"evidence-word-added", kCompatible, "A producer or form of evidence was added", "old evidence stays what it was"},
    {"role-added", kCompatible, "A role was added", "old answers still count"},
    {"profile-added", kCompatible, "A profile was added", "old assessments use another"},
    {"next-steps", kCompatible, "Another number of next steps is listed", "scores stay"},
    {"quality", kCompatible, "A threshold for the quality of answers changed", "signs that read it may change"},
    {"privacy", kCompatible, "Figures are shown for smaller or larger groups only", "what is shown may change"},
    {"table-added", kCompatible, "A table or record was added", "old assessments do not give it"},
    {"column-added", kCompatible, "A column was added that may be left blank", "old rows leave it blank"},
    {"column-optional", kCompatible, "A column may now be left blank", "old facts still count"},
    {"column-wider", kCompatible, "A column holds more than before", "old facts still count"},
    {"column-private", kCompatible, "A column became private, or no longer is",
     "what is shown changes; facts still count"},
    {"choice-added", kCompatible, "A choice was added", "old facts still count"},
    {"sign-added", kCompatible, "A sign was added", "scores stay; the verdict may change"},
    {"sign-removed", kCompatible, "A sign was removed", "scores stay; the verdict may change"},
    {"sign-renamed", kCompatible, "A sign has another id", "assessments do not name signs; tests and options do"},
    {"sign-kind", kCompatible, "A sign warns, and encouraged, or the other way round", "the verdict may change"},
    {"sign-condition", kCompatible, "A condition of a sign changed", "scores stay; the verdict may change"},
    {"sign-limit", kCompatible, "A limit of a sign changed", "scores stay; the verdict may change"},
    {"sign-severity", kCompatible, "The severity of a sign changed", "scores stay; the verdict may change"},
    {"verdict", kCompatible, "A reading of the verdict, or when it holds, changed",
     "scores stay; the verdict may change"},
    {"shape", kCompatible, "A shape, or when it shows, changed", "scores stay; the report may say something else"},
    {"outcomes", kCompatible, "How outcomes are read changed", "scores stay; the report may say something else"},

    {"framework-text", kEditorial, "The framework's own texts changed", "words only"},
    {"node-text", kEditorial, "A text of a dimension, group or practice changed", "words only"},
    {"question-typing", kEditorial, "A question or the text of a level differs in signs and spaces only",
     "the same words"},
    {"question-advice", kEditorial, "A hint, next step or source of a practice changed", "words only"},
    {"level-text", kEditorial, "The title or meaning of a level changed", "words only"},
    {"scale-name", kEditorial, "A scale has another name, and the same levels", "assessments do not name scales"},
    {"evidence-text", kEditorial, "A text about evidence changed", "words only"},
    {"role-text", kEditorial, "A text about a role changed", "words only"},
    {"profile-text", kEditorial, "A text of a profile changed", "words only"},
    {"band-text", kEditorial, "A text of a band changed", "words only"},
    {"fact-text", kEditorial, "A text of a table, column or choice changed", "words only"},
    {"sign-text", kEditorial, "A text of a sign changed", "words only"},
    {"verdict-text", kEditorial, "A text of the verdict changed", "words only"},
    {"shape-text", kEditorial, "A text of a shape changed", "words only"},
    {"outcome-text", kEditorial, "A text about outcomes changed", "words only"},
    {"glossary", kEditorial, "The glossary changed", "words only"},
    {"guide", kEditorial, "A guide changed", "words only"},
    {"source", kEditorial, "The list of sources changed", "words only"},
    {"order", kEditorial, "Things are listed in another order that changes no score", "only the order of reading"},
};

}  // namespace

std::span<const DiffRule> diff_rules() {
    return kRules;
}

std::string_view word_of(ChangeClass kind) {
    switch (kind) {
        case ChangeClass::breaking:
            return "breaking";
        case ChangeClass::compatible:
            return "compatible";
        case ChangeClass::editorial:
            break;
    }
    return "editorial";
}

std::string_view word_of(VersionStep step) {
    static constexpr std::string_view kWords[] = {"none", "patch", "minor", "major"};
    return kWords[static_cast<std::size_t>(step)];
}

VersionStep step_for(ChangeClass kind) {
    return static_cast<VersionStep>(static_cast<int>(kind) + 1);
}

}  // namespace waymark
