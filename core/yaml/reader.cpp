// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/yaml/reader.h"

#include "core/base/fill.h"
#include "core/base/hygiene.h"
#include "core/yaml/plain_reader.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

namespace skanse::yaml {

namespace {

/// Lets yaml-cpp read the text without a copy.
class ViewBuffer : public std::streambuf
{
public:
    explicit ViewBuffer(std::string_view text)
    {
        auto *begin = const_cast<char *>(text.data()); // NOLINT: only ever read from
        setg(begin, begin, begin + text.size());
    }
};

/// Stops yaml-cpp; caught in read().
struct Stop {
    ReadError error;
};

/// Turns marks into places: yaml-cpp counts bytes, a column is a code point. Marks come mostly in the
/// order of the text, so a line is counted once, however long it is.
class Places
{
public:
    explicit Places(std::string_view text) : m_text(text) {}

    Place at(const YAML::Mark &mark)
    {
        if (mark.is_null())
            return {};
        const auto end = std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), m_text.size());
        if (mark.line + 1 != m_last.line || end < m_end) {
            const auto column = static_cast<std::size_t>(std::max(mark.column, 0));
            m_end = end - std::min(column, end);
            m_last = {mark.line + 1, 1};
        }
        for (; m_end < end; ++m_end)
            m_last.column += (static_cast<unsigned char>(m_text[m_end]) & 0xC0U) != 0x80 ? 1 : 0;
        return m_last;
    }

private:
    std::string_view m_text;
    Place m_last;
    std::size_t m_end = 0; ///< where m_last is
};

/// Whether the quoted scalar that starts `text` ends in it; yaml-cpp takes the end of the file instead.
bool isClosed(std::string_view text)
{
    const char quote = text.front();
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool isEscape = quote == '"' ? text[at] == '\\' : text.substr(at).starts_with("''");
        if (isEscape)
            ++at;
        else if (text[at] == quote)
            return true;
    }
    return false;
}

bool hasDocumentMark(std::string_view text)
{
    return text.starts_with("---") || text.find("\n---") != std::string_view::npos
        || text.find("\n...") != std::string_view::npos;
}

Prose badCharacterMessage(const BadCharacter &bad)
{
    return fill(StaticProse{"The file contains {}.", "Filen inneholder {}."}, bad.name);
}

const Prose kBadCharacterAdvice{
    "Remove it; it hides or reorders text, or the file is not a text file.",
    "Fjern det; det skjuler eller omorganiserer tekst, eller filen er ikke en tekstfil."};

Value valueOf(Value::Kind kind, Place place)
{
    Value value;
    value.kind = kind;
    value.place = place;
    return value;
}

/// Builds the value tree from events. Aliases are refused, so a small file stays a small tree.
class Builder : public YAML::EventHandler
{
public:
    Builder(std::string_view text, const Limits &limits)
        : m_text(text)
        , m_limits(limits)
        , m_places(text)
    {
    }

    Value takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark & /*mark*/) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        refuseAnchor(mark, anchor);
        place(valueOf(Value::Kind::Null, placeOf(mark)));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override
    {
        stop(mark, {"Aliases (*name) are not supported.", "Alias (*navn) støttes ikke."},
             {"Write the value out where it is used.", "Skriv verdien ut der den brukes."});
    }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (tag == "!")
            refuseOpenQuote(mark);
        refuseHidden(mark, value);
        Value scalar = valueOf(Value::Kind::Scalar, placeOf(mark));
        scalar.quoted = tag == "!";
        scalar.text = value;
        place(std::move(scalar));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, tag, anchor, Value::Kind::List);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, tag, anchor, Value::Kind::Map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        Value value;
        std::string key;
        Place keyPlace;
        bool hasKey = false;
        std::unordered_map<std::string, int> lines; ///< of the keys
    };

    [[noreturn]] void stop(const YAML::Mark &mark, Prose message, Prose advice)
    {
        throw Stop{{placeOf(mark), std::move(message), std::move(advice)}};
    }

    void refuseAnchor(const YAML::Mark &mark, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            stop(mark, {"Anchors (&name) are not supported.", "Anker (&navn) støttes ikke."},
                 {"Write the value out where it is used.", "Skriv verdien ut der den brukes."});
    }

    /// yaml-cpp reports `?` for no tag and `!` for quotes, but also for a tag that is only `!`.
    void refuseTag(const YAML::Mark &mark, const std::string &tag)
    {
        if ((tag.empty() || tag == "?" || tag == "!") && !from(mark).starts_with('!'))
            return;
        stop(mark, {"Tags (!name) are not supported.", "Tagger (!navn) støttes ikke."},
             {"Leave the tag out.", "Utelat taggen."});
    }

    void refuseOpenQuote(const YAML::Mark &mark)
    {
        const std::string_view rest = from(mark);
        if ((rest.starts_with('"') || rest.starts_with('\'')) && !isClosed(rest))
            stop(mark,
                 {"The quotation mark that opens here is never closed.",
                  "Anførselstegnet som åpner her, blir aldri lukket."},
                 {"Close it on the same line.", "Lukk det på samme linje."});
    }

    /// Escapes (`"\u202E"`) can hold what the file itself may not.
    void refuseHidden(const YAML::Mark &mark, const std::string &value)
    {
        if (const auto bad = findBadCharacter(value, LineBreaks::Allowed))
            stop(mark, badCharacterMessage(*bad), kBadCharacterAdvice);
    }

    [[nodiscard]] std::string_view from(const YAML::Mark &mark) const
    {
        const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
        return at < m_text.size() ? m_text.substr(at) : std::string_view{};
    }

    [[nodiscard]] Place placeOf(const YAML::Mark &mark) { return m_places.at(mark); }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
              Value::Kind kind)
    {
        refuseAnchor(mark, anchor);
        refuseTag(mark, tag);
        if (static_cast<int>(m_open.size()) >= m_limits.depth)
            stop(mark,
                 fill(StaticProse{"The file is nested deeper than {} levels.",
                                  "Filen er nøstet dypere enn {} nivåer."},
                      m_limits.depth),
                 {"No file that Skanse reads needs this.",
                  "Ingen fil som Skanse leser, trenger dette."});
        m_open.push_back({valueOf(kind, placeOf(mark)), {}, {}, false, {}});
    }

    void close()
    {
        Value value = std::move(m_open.back().value);
        m_open.pop_back();
        place(std::move(value));
    }

    void place(Value value)
    {
        if (++m_nodes > m_limits.nodes)
            throw Stop{{value.place,
                        {"The file has too many values.", "Filen har for mange verdier."},
                        {"Split the workload.", "Del opp arbeidslasten."}}};
        if (m_open.empty()) {
            m_root = std::move(value);
            return;
        }
        Open &parent = m_open.back();
        if (parent.value.kind == Value::Kind::List) {
            parent.value.entries.push_back({{}, {}, std::move(value)});
        } else if (!parent.hasKey) {
            takeKey(parent, value);
        } else {
            parent.value.entries.push_back(
                {std::move(parent.key), parent.keyPlace, std::move(value)});
            parent.hasKey = false;
        }
    }

    static void takeKey(Open &parent, Value &key)
    {
        if (key.kind != Value::Kind::Scalar)
            throw Stop{{key.place,
                        {"A key must be a word.", "En nøkkel må være et ord."},
                        {"Write “key: value”.", "Skriv «nøkkel: verdi»."}}};
        const auto [first, isNew] = parent.lines.try_emplace(key.text, key.place.line);
        if (!isNew)
            throw Stop{
                {key.place,
                 fill(
                     StaticProse{
                         "The key “{}” stands here a second time; the first is on line {}.",
                         "Nøkkelen «{}» står her for andre gang; den første er på linje {}."},
                     key.text, first->second),
                 {"Keep one of them.", "Behold én av dem."}}};
        parent.key = std::move(key.text);
        parent.keyPlace = key.place;
        parent.hasKey = true;
    }

    std::string_view m_text;
    const Limits &m_limits;
    Places m_places;
    std::vector<Open> m_open;
    Value m_root;
    std::size_t m_nodes = 0;
};

Prose parserMessage(const std::string &message)
{
    return fill(StaticProse{"This is not valid YAML: {}.", "Dette er ikke gyldig YAML: {}."},
                message);
}

const Prose kYamlAdvice{"Check the indentation and quotes on this line.",
                        "Kontroller innrykk og anførselstegn på denne linjen."};

} // namespace

const Value *Value::find(std::string_view key) const
{
    const auto found = std::ranges::find(entries, key, &Entry::key);
    return found == entries.end() ? nullptr : &found->value;
}

namespace {

/// Refuses what neither way of reading is to see; takes the byte order mark off.
std::expected<std::string_view, ReadError> vetted(std::string_view text, const Limits &limits)
{
    if (text.size() > limits.bytes)
        return std::unexpected(
            ReadError{{},
                      fill(StaticProse{"The file is {} bytes; at most {} are read.",
                                       "Filen er på {} byte; høyst {} leses."},
                           text.size(), limits.bytes),
                      {"This does not look like a profile.", "Dette ser ikke ut som en profil."}});
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3); // written by some editors; means nothing
    if (const auto bad = findBadCharacter(text, LineBreaks::Allowed))
        return std::unexpected(
            ReadError{placeOf(text, bad->offset), badCharacterMessage(*bad), kBadCharacterAdvice});
    return text;
}

std::expected<Value, ReadError> parse(std::string_view text, const Limits &limits)
{
    ViewBuffer buffer(text);
    std::istream stream(&buffer);
    Builder builder(text, limits);
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder))
            return std::unexpected(ReadError{
                {1, 1},
                {"The file is empty.", "Filen er tom."},
                {"A profile begins with “skanse: 1”.", "En profil begynner med «skanse: 1»."}});
        Value root = builder.takeRoot();
        Builder rest(text, limits);
        if (parser.HandleNextDocument(rest)) {
            const Place place = rest.takeRoot().place;
            if (!hasDocumentMark(text))
                return std::unexpected(ReadError{place,
                                                 {"This does not belong to what stands above it.",
                                                  "Dette hører ikke sammen med det som står over."},
                                                 kYamlAdvice});
            return std::unexpected(
                ReadError{place,
                          {"The file holds more than one document.",
                           "Filen inneholder mer enn ett dokument."},
                          {"Keep one document per file.", "Behold ett dokument per fil."}});
        }
        return root;
    } catch (const Stop &stop) {
        return std::unexpected(stop.error);
    } catch (const YAML::Exception &error) {
        return std::unexpected(
            ReadError{Places(text).at(error.mark), parserMessage(error.msg), kYamlAdvice});
    }
}

} // namespace

std::expected<Value, ReadError> read(std::string_view text, const Limits &limits)
{
    const auto clean = vetted(text, limits);
    if (!clean)
        return std::unexpected(clean.error());
    if (auto plain = readPlain(*clean, limits))
        return std::move(*plain);
    return parse(*clean, limits);
}

std::expected<Value, ReadError> readFully(std::string_view text, const Limits &limits)
{
    const auto clean = vetted(text, limits);
    if (!clean)
        return std::unexpected(clean.error());
    return parse(*clean, limits);
}

} // namespace skanse::yaml
