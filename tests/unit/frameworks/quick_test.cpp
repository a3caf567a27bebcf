// The short form asks some of the questions of the long form in the same words, so that its answers carry over.
#include "catch.hpp"
#include "shipped.hpp"

namespace waymark {

namespace {

void check_same_words(const Element& shorter, const Element& longer) {
    CHECK(shorter.code == longer.code);
    CHECK(shorter.title == longer.title);
    CHECK(shorter.core == longer.core);
    CHECK(shorter.question.ask == longer.question.ask);
    CHECK(shorter.question.what == longer.question.what);
    CHECK(shorter.question.why == longer.question.why);
    CHECK(shorter.question.anchors == longer.question.anchors);
    CHECK(shorter.question.evidence == longer.question.evidence);
    CHECK(shorter.question.next == longer.question.next);
    CHECK(shorter.question.not_applicable == longer.question.not_applicable);
}

// Ids of a list of terms, levels or strengths.
template <class List>
std::vector<std::string> ids_of(const List& list) {
    std::vector<std::string> ids;
    for (const auto& each : list) ids.push_back(each.id);
    return ids;
}

}  // namespace

TEST_CASE("the short form asks twelve questions in the words of the long form") {
    const Framework quick = shipped_framework("mission-quick");
    const Framework full = shipped_framework("mission-maturity");
    int questions = 0;
    for (const Element& element : quick.elements) {
        if (element.kind != NodeName::Kind::practice) continue;
        INFO(element.id);
        const auto same = full.element(element.id);
        REQUIRE(same.has_value());
        check_same_words(element, full.elements[static_cast<std::size_t>(*same)]);
        ++questions;
    }
    CHECK(questions == 12);
}

TEST_CASE("the short form asks about every core practice, before the others of its dimension") {
    const Framework quick = shipped_framework("mission-quick");
    for (const Element& practice : shipped_framework("mission-maturity").elements) {
        INFO(practice.id);
        if (practice.core) CHECK(quick.element(practice.id).has_value());
    }
    for (std::size_t i = 1; i < quick.elements.size(); ++i) {
        INFO(quick.elements[i].id);
        const bool same_dimension = quick.elements[i].parent == quick.elements[i - 1].parent;
        if (quick.elements[i].core && same_dimension) CHECK(quick.elements[i - 1].core);
    }
}

TEST_CASE("levels, evidence, roles and profiles of the short form are those of the long form") {
    const Framework quick = shipped_framework("mission-quick");
    const Framework full = shipped_framework("mission-maturity");
    CHECK(ids_of(quick.scales.front().levels) == ids_of(full.scales.front().levels));
    CHECK(ids_of(quick.evidence.strengths) == ids_of(full.evidence.strengths));
    CHECK(ids_of(quick.evidence.producers) == ids_of(full.evidence.producers));
    CHECK(ids_of(quick.evidence.forms) == ids_of(full.evidence.forms));
    CHECK(ids_of(quick.roles) == ids_of(full.roles));
    CHECK(ids_of(quick.profiles) == ids_of(full.profiles));
}

TEST_CASE("every fact and every sign of the short form has its name in the long form") {
    const Framework quick = shipped_framework("mission-quick");
    const Framework full = shipped_framework("mission-maturity");
    for (const TableType& table : quick.catalogue.tables) {
        if (table.is_computed) continue;
        INFO(table.id);
        const auto same = full.catalogue.table(table.id);
        REQUIRE(same.has_value());
        for (const Column& column : table.columns) {
            INFO(column.id);
            CHECK(full.catalogue.tables[static_cast<std::size_t>(*same)].column(column.id).has_value());
        }
    }
    for (const Flag& flag : quick.flags) {
        INFO(flag.id);
        const auto same = full.catalogue.flag(flag.id);
        REQUIRE(same.has_value());
        CHECK(full.flags[static_cast<std::size_t>(*same)].code == flag.code);
    }
}

}  // namespace waymark
