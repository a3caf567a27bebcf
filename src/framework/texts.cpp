// Texts beside the questions: glossary, guides and sources.
#include <fmt/format.h>

#include "framework/draft.hpp"
#include "framework/wording.hpp"

namespace waymark {

namespace {

constexpr std::size_t kMostTexts = 2000;

GlossaryEntry read_entry(Draft& draft, const Node& node, int index, Names& names) {
    Fields fields(node, "an entry of the glossary", *draft.findings);
    GlossaryEntry entry;
    entry.span = node.span;
    if (fields.is_mapping()) {
        entry.id = fields.need_id();
        entry.term = fields.need_text("term");
        entry.means = fields.need_text("means");
        entry.sources = read_mentions(draft, fields);
        declare(names, entry.id, index, span_of(fields, "id"), *draft.findings);
    }
    fields.finish();
    return entry;
}

Guide read_guide(Draft& draft, const Node& node, int index, Names& names) {
    Fields fields(node, "a guide", *draft.findings);
    Guide guide;
    guide.span = node.span;
    if (fields.is_mapping()) {
        guide.id = fields.need_id();
        guide.title = fields.need_text("title");
        guide.text = fields.need_text("text");
        declare(names, guide.id, index, span_of(fields, "id"), *draft.findings);
    }
    fields.finish();
    return guide;
}

// Codes of sources are read by people beside a text ("OECD-NZ"), so that they may have capitals.
SourceEntry read_source(Draft& draft, const Node& node, int index, Names& names) {
    Fields fields(node, "a source", *draft.findings);
    SourceEntry source;
    source.span = node.span;
    if (fields.is_mapping()) {
        source.id = fields.need_text("id");
        source.title = fields.need_text("title");
        source.url = fields.text("url");
        source.note = fields.text("note");
        declare(names, source.id, index, span_of(fields, "id"), *draft.findings);
    }
    fields.finish();
    return source;
}

template <typename Entry, typename Read>
std::vector<Entry> read_list(Draft& draft, Fields& top, std::string_view key, Names& names, Read read) {
    std::vector<Entry> entries;
    auto items = top.list(key);
    keep_to(draft, items, kMostTexts, key);
    for (const Node* item : items) entries.push_back(read(draft, *item, static_cast<int>(entries.size()), names));
    return entries;
}

}  // namespace

void read_texts(Draft& draft, Fields& top) {
    Framework& framework = draft.framework;
    Names entries("glossary entry");
    Names guides("guide");
    framework.glossary = read_list<GlossaryEntry>(draft, top, "glossary", entries, read_entry);
    framework.guides = read_list<Guide>(draft, top, "guides", guides, read_guide);
    framework.sources = read_list<SourceEntry>(draft, top, "sources", draft.sources, read_source);
    if (const Node* wording = top.mapping("wording")) read_wording(*wording, *draft.findings);
}

void check_mentions(Draft& draft) {
    for (const Mention& mention : draft.mentions) refer(draft.sources, mention.id, mention.span, *draft.findings);
}

}  // namespace waymark
