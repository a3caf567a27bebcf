// Editing an assessment's text against changing the struct: for any series of changes, the edited text reads as the
// changed struct does, and no comment is lost. The generator is seeded, so a failure can be repeated.
#include "assessment/edit.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <set>

#include "assessment/read.hpp"
#include "catch.hpp"
#include "edit_files.hpp"
#include "unit/assessment/small_framework.hpp"

using namespace waymark;

namespace {

struct Generator {
    std::mt19937 engine;

    int below(int limit) { return static_cast<int>(engine() % static_cast<unsigned>(limit)); }
    bool chance(int in) { return below(in) == 0; }
};

std::string with_carriage_returns(const std::string& text) {
    std::string result;
    for (const char c : text) result += c == '\n' ? std::string("\r\n") : std::string(1, c);
    return result;
}

std::size_t feeds_without_return(const std::string& text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) count += text[i] == '\n' && (i == 0 || text[i - 1] != '\r') ? 1U : 0U;
    return count;
}

Assessment read(const std::string& text) {
    Diagnostics diagnostics;
    auto result = read_assessment("team.yaml", text, sample::framework(), {}, diagnostics);
    std::string problems;
    for (const auto& finding : diagnostics)
        problems += std::to_string(finding.span.line) + ": " + finding.message + "\n";
    INFO(text);
    INFO(problems);
    REQUIRE(result.has_value());
    return std::move(*result);
}

// What an assessment says, without where it stands; the order of answers means nothing.
std::string meaning(const Assessment& assessment) {
    std::string all = assessment.organisation + "|" + std::to_string(assessment.profile) + "|" +
                      assessment.date.to_text() + "|" + assessment.currency + "|" + assessment.note + "\n";
    for (const Respondent& person : assessment.respondents) {
        all += person.id + " " + std::to_string(person.role) + "\n";
        std::set<std::string> answers;
        for (const Answer& answer : person.answers) {
            std::string text = std::to_string(answer.element) + " " + std::to_string(static_cast<int>(answer.state)) +
                               " " + std::to_string(answer.level) + " " + answer.reason + " " +
                               std::to_string(static_cast<int>(answer.evidence_state)) + " " + answer.note;
            for (const EvidenceItem& item : answer.evidence) {
                text += "[" + std::to_string(item.strength) + item.what + (item.dated ? item.dated->to_text() : "") +
                        std::to_string(item.produced_by) + std::to_string(item.form) + "]";
            }
            answers.insert(text);
        }
        for (const std::string& answer : answers) all += "  " + answer + "\n";
    }
    return all;
}

bool same_facts(const Assessment& a, const Assessment& b) {
    return std::ranges::equal(a.facts, b.facts, [](const Table& one, const Table& other) {
        return one.state == other.state && std::ranges::equal(one.rows, other.rows, {}, &Row::cells, &Row::cells);
    });
}

Answer any_answer(Generator& random, int profile) {
    const Framework& framework = sample::framework();
    Answer answer;
    do answer.element = random.below(static_cast<int>(framework.elements.size()));
    while (framework.elements[static_cast<std::size_t>(answer.element)].kind != NodeName::Kind::practice);
    const std::string& id = framework.elements[static_cast<std::size_t>(answer.element)].id;
    const bool may_not_apply = id == "tool-repertoire" || (profile == 1 && id == "shared-diagnosis");
    switch (random.below(may_not_apply ? 5 : 4)) {
        case 0:
            answer.state = AnswerState::skipped;
            break;
        case 1:
            answer.state = AnswerState::dont_know;
            break;
        case 4:
            answer.state = AnswerState::not_applicable;
            answer.reason = kTexts[static_cast<std::size_t>(random.below(16))];
            break;
        default:
            answer.state = AnswerState::level;
            answer.level = random.below(static_cast<int>(framework.scale_of(answer.element).levels.size()));
    }
    if (random.chance(3)) answer.note = kTexts[static_cast<std::size_t>(random.below(16))];
    if (random.chance(3)) answer.evidence_state = EvidenceState::none;
    if (random.chance(3)) {
        answer.evidence_state = EvidenceState::items;
        for (int i = random.below(3); i >= 0; --i) {
            EvidenceItem item;
            item.strength = random.below(4);
            if (random.chance(2)) item.what = kTexts[static_cast<std::size_t>(random.below(16))];
            if (random.chance(2)) item.dated = Date{2020 + random.below(6), 1 + random.below(12), 1 + random.below(28)};
            item.produced_by = random.below(3) - 1;
            item.form = random.below(3) - 1;
            answer.evidence.push_back(item);
        }
    }
    return answer;
}

int table_index(const std::string& id) {
    return *sample::framework().catalogue.table(id);
}

const TableType& type_of(const std::string& id) {
    return sample::framework().catalogue.tables[static_cast<std::size_t>(table_index(id))];
}

// A row of the portfolio with cells of every type.
Row any_row(Generator& random) {
    const TableType& type = type_of("portfolio");
    Row row;
    row.cells.resize(type.columns.size());
    const auto cell = [&](const char* column) -> Cell& {
        return row.cells[static_cast<std::size_t>(*type.column(column))];
    };
    cell("item") = std::array<std::string, 3>{"Pumps", "12", "a: b # c"}[static_cast<std::size_t>(random.below(3))];
    if (random.chance(2)) cell("spend") = Rational::fraction(random.below(100000), 100);
    if (random.chance(2)) cell("origin") = ChosenIndex{random.below(2)};
    if (random.chance(2)) cell("changed") = ChosenSet{1U + static_cast<unsigned>(random.below(7))};
    if (random.chance(2)) cell("stage") = ChosenIndex{random.below(3)};
    if (random.chance(2)) cell("organisations") = Rational(random.below(50));
    if (random.chance(2)) cell("weight") = Rational::fraction(random.below(100000), 10000);
    if (random.chance(2)) cell("kept") = Rational::fraction(random.below(1000001), 1000000);
    if (random.chance(2)) cell("ends") = Date{2027, 1 + random.below(12), 3};
    if (random.chance(2)) cell("loop") = Duration{1 + random.below(40), Duration::Unit::months};
    if (random.chance(2)) cell("live") = ChosenIndex{random.below(2)};
    return row;
}

void set_answer(Respondent& person, const Answer& answer) {
    std::erase_if(person.answers, [&](const Answer& one) { return one.element == answer.element; });
    if (answer.state != AnswerState::not_asked) person.answers.push_back(answer);
}

Change change_answer(Generator& random, Assessment& model) {
    Respondent& person =
        model.respondents[static_cast<std::size_t>(random.below(static_cast<int>(model.respondents.size())))];
    Answer answer = any_answer(random, model.profile);
    if (random.chance(6)) {
        const int element = answer.element;
        answer = Answer{};
        answer.element = element;
    }
    set_answer(person, answer);
    const std::string& practice = sample::framework().elements[static_cast<std::size_t>(answer.element)].id;
    if (answer.state == AnswerState::not_asked && random.chance(2)) return RetireAnswer{person.id, practice, "why"};
    return SetAnswer{person.id, practice, in_words(answer, sample::framework())};
}

Change change_people(Generator& random, Assessment& model, int number) {
    if (model.respondents.size() > 1 && random.chance(2)) {
        const int gone = random.below(static_cast<int>(model.respondents.size()));
        const std::string id = model.respondents[static_cast<std::size_t>(gone)].id;
        model.respondents.erase(model.respondents.begin() + gone);
        return RemoveRespondent{id};
    }
    Respondent& person = model.respondents.emplace_back();
    person.id = "n" + std::to_string(number);
    person.role = random.below(2);
    return AddRespondent{person.id, sample::framework().roles[static_cast<std::size_t>(person.role)].id};
}

Change change_head(Generator& random, Assessment& model) {
    if (random.chance(3)) {
        model.note = random.chance(3) ? "" : kTexts[static_cast<std::size_t>(random.below(16))];
        return SetHead{"note", model.note};
    }
    if (random.chance(2)) {
        model.organisation = kTexts[static_cast<std::size_t>(random.below(16))];
        return SetHead{"organisation", model.organisation};
    }
    Respondent& person = model.respondents.front();
    person.role = random.below(2);
    return SetRole{person.id, sample::framework().roles[static_cast<std::size_t>(person.role)].id};
}

Change change_facts(Generator& random, Assessment& model) {
    Table& portfolio = model.facts[static_cast<std::size_t>(table_index("portfolio"))];
    const TableType& type = type_of("portfolio");
    const auto cells = [&](const Row& row) {
        return std::get<SetTable>(table_change(Table{Table::State::given, {row}}, type)).rows.front();
    };
    const int rows = static_cast<int>(portfolio.rows.size());
    const int which = rows == 0 ? 0 : random.below(rows);
    switch (random.below(6)) {
        case 0:
            portfolio = Table{Table::State::none, {}};
            return MarkNone{"portfolio"};
        case 1: {
            portfolio = Table{Table::State::given, {}};
            for (int i = random.below(4); i >= 0; --i) portfolio.rows.push_back(any_row(random));
            return table_change(portfolio, type);
        }
        case 2:
            if (rows == 0) break;
            portfolio.rows[static_cast<std::size_t>(which)] = any_row(random);
            return ReplaceRow{"portfolio", which, cells(portfolio.rows[static_cast<std::size_t>(which)])};
        case 3:
            if (rows == 0) break;
            portfolio.rows.erase(portfolio.rows.begin() + which);
            if (rows == 1) portfolio.state = Table::State::not_given;
            return RemoveRow{"portfolio", which};
        case 4: {
            Table& mission = model.facts[static_cast<std::size_t>(table_index("mission"))];
            if (mission.rows.empty()) mission.rows.emplace_back().cells.resize(3);
            mission.state = Table::State::given;
            mission.rows.front().cells[0] = Date{2020 + random.below(5), 2, 3};
            return SetField{"mission", "started", std::get<Date>(mission.rows.front().cells[0]).to_text()};
        }
        default:
            break;
    }
    portfolio.state = Table::State::given;
    portfolio.rows.push_back(any_row(random));
    return AddRow{"portfolio", cells(portfolio.rows.back())};
}

Change any_change(Generator& random, Assessment& model, int number) {
    const int kind = random.below(10);
    if (kind < 6) return change_answer(random, model);
    if (kind < 7) return change_people(random, model, number);
    return kind < 8 ? change_head(random, model) : change_facts(random, model);
}

// The numbered comments of the files above.
std::size_t comments_lost(const std::string& before, const std::string& after) {
    std::size_t lost = 0;
    for (int number = 1; number < 30; ++number) {
        for (const char* form : {"# c", "#c"}) {
            const std::string comment = form + std::string(number < 10 ? "0" : "") + std::to_string(number);
            if (before.find(comment) != std::string::npos && after.find(comment) == std::string::npos) ++lost;
        }
    }
    return lost;
}

void walk(const std::string& file, unsigned seed, int steps) {
    Generator random{std::mt19937(seed)};
    std::string text = file;
    if (seed % 3 == 0) text = with_carriage_returns(text);
    if (text.find("currency") == std::string::npos) {
        const Edited with_currency = edit_assessment(text, {SetHead{"currency", "GBP"}});
        REQUIRE(with_currency.text.has_value());
        text = *with_currency.text;
    }
    Assessment model = read(text);
    for (int step = 0; step < steps; ++step) {
        std::vector<Change> changes;
        for (int i = random.below(3); i >= 0; --i) changes.push_back(any_change(random, model, step * 10 + i));
        const Edited edited = edit_assessment(text, changes);
        INFO(text);
        INFO(edited.problem);
        REQUIRE(edited.text.has_value());
        INFO(*edited.text);
        const Assessment result = read(*edited.text);
        REQUIRE(meaning(result) == meaning(model));
        REQUIRE(same_facts(result, model));
        REQUIRE(comments_lost(file, *edited.text) == 0);
        REQUIRE(edited.whole == text.starts_with("{"));
        if (seed % 3 == 0) REQUIRE(feeds_without_return(*edited.text) == 0);
        text = *edited.text;
    }
}

}  // namespace

TEST_CASE("edited texts read as the changed assessment does, and keep every comment") {
    for (const std::string& file : kFiles) {
        for (unsigned seed = 1; seed <= 9; ++seed) walk(file, seed, 25);
    }
}
