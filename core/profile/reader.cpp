// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/profile/reader.h"

#include "core/base/fill.h"
#include "core/profile/condition_text.h"
#include "core/profile/near_word.h"
#include "core/profile/scalar.h"
#include "core/schema/question.h"
#include "core/yaml/reader.h"

#include <algorithm>
#include <concepts>
#include <tuple>

namespace skanse {

namespace {

using yaml::Value;

constexpr std::string_view kVersionKey = "skanse";

bool isList(Kind kind)
{
    return kind == Kind::Choices || kind == Kind::Words || kind == Kind::Countries
        || kind == Kind::Networks || kind == Kind::SshKeys;
}

/// What stands in the file, for "..., but here is {}".
StaticProse nameOf(Value::Kind kind)
{
    switch (kind) {
    case Value::Kind::Null:
        return {"nothing", "ingenting"};
    case Value::Kind::Scalar:
        return {"a single value", "en enkelt verdi"};
    case Value::Kind::Map:
        return {"keys with values", "nøkler med verdier"};
    case Value::Kind::List:
        return {"a list", "en liste"};
    }
    return {};
}

/// What the question wants, and how it is written.
struct Form {
    StaticProse name;
    StaticProse advice;
};

Form formOf(Kind kind)
{
    switch (kind) {
    case Kind::Group:
        return {{"keys with values", "nøkler med verdier"},
                {"Write “key: value” lines below it, indented by two spaces.",
                 "Skriv linjer med «nøkkel: verdi» under den, med to mellomroms innrykk."}};
    case Kind::Items:
        return {{"a list", "en liste"},
                {"Begin each entry below it with “- {}: …”.",
                 "Begynn hver oppføring under den med «- {}: …»."}};
    case Kind::Flag:
        return {{"true or false", "true eller false"},
                {"Write true or false, without quotes.",
                 "Skriv true eller false, uten anførselstegn."}};
    case Kind::Integer:
        return {
            {"a whole number", "et heltall"},
            {"Write digits only: no quotes, leading zeros, plus sign or underscores.",
             "Skriv bare sifre: ingen anførselstegn, innledende nuller, pluss eller understrek."}};
    default:
        break;
    }
    if (isList(kind))
        return {{"a list", "en liste"},
                {"Write [one, two], or one “- ” line for each entry.",
                 "Skriv [en, to], eller én linje med «- » for hver oppføring."}};
    return {{"a single value", "en enkelt verdi"},
            {"Write one value after the colon.", "Skriv én verdi etter kolonet."}};
}

/// Advice on a question of this kind; lists of records name the key to begin with.
Prose adviceFor(const Question &question)
{
    const Form form = formOf(question.kind);
    if (question.kind != Kind::Items)
        return fill(form.advice);
    const RecordType &type = *question.items;
    return fill(form.advice, type.identity.empty() ? type.questions.front().key : type.identity);
}

/// What fills a `{}` of a message: the same in both languages, or a text of its own in each.
struct Part {
    Part(const StaticProse &text) : en(text.en), nb(text.nb) {}
    Part(const Prose &text) : en(text.en), nb(text.nb) {}
    template <class Value>
        requires std::constructible_from<FillValue, const Value &>
    Part(const Value &value) : en(value)
                             , nb(value)
    {
    }

    FillValue en;
    FillValue nb;
};

class Reader
{
public:
    explicit Reader(ReadResult &result) : m_result(result) {}

    void read(const Value &root)
    {
        Profile &profile = m_result.profile.emplace();
        if (root.kind != Value::Kind::Map) {
            report("profile-wrong-kind", {root.place, {}, nullptr},
                   fill(StaticProse{"A profile is made of keys with values, but here is {}.",
                                    "En profil består av nøkler med verdier, men her står {}."},
                        nameOf(root.kind)),
                   {"Begin with “skanse: 1”, “workload:”, “host:” and “services:”.",
                    "Begynn med «skanse: 1», «workload:», «host:» og «services:»."});
            return;
        }
        record(answersType(), &profile.answers, root, {}, root.place);
    }

private:
    /// What a diagnostic is about.
    struct Subject {
        Place place;
        std::string path;
        const Question *question = nullptr;
    };

    enum class State : std::uint8_t { Absent, Bad, Good };

    void report(std::string_view id, const Subject &subject, Prose message, Prose advice)
    {
        m_result.diagnostics.push_back({.id = std::string(id),
                                        .path = subject.path,
                                        .question = subject.question == nullptr
                                                      ? std::string{}
                                                      : std::string(subject.question->id),
                                        .message = std::move(message),
                                        .advice = std::move(advice),
                                        .place = subject.place});
    }

    template <class... Values>
    static Prose fill(const StaticProse &pattern, const Values &...values)
    {
        return {fillList(pattern.en, {Part(values).en...}),
                fillList(pattern.nb, {Part(values).nb...})};
    }

    static std::string join(const std::string &path, std::string_view key)
    {
        std::string joined;
        joined.reserve(path.size() + 1 + key.size());
        joined += path;
        if (!path.empty())
            joined += '.';
        joined += key;
        return joined;
    }

    // --- records ---------------------------------------------------------------------------------

    void record(const RecordType &type, void *target, const Value &map, const std::string &path,
                Place place)
    {
        std::vector<State> states(type.questions.size(), State::Absent);
        std::vector<Place> keyPlaces(type.questions.size());
        for (const Value::Entry &entry : map.entries) {
            const Question *question = type.find(entry.key);
            if (question == nullptr) {
                if (!(&type == &answersType() && entry.key == kVersionKey))
                    unknownKey(type, entry, path);
                continue;
            }
            const auto index = static_cast<std::size_t>(question - type.questions.data());
            keyPlaces[index] = entry.keyPlace.line == 0 ? place : entry.keyPlace;
            states[index] = answer(*question, target, entry.value,
                                   {keyPlaces[index], join(path, question->key), question})
                              ? State::Good
                              : State::Bad;
        }
        for (std::size_t i = 0; i < states.size(); ++i)
            visibility(type, target, type.questions[i], states, i, keyPlaces[i], path, place);
    }

    /// Hidden but given, or asked and missing. Says nothing when the answer that decides is wrong
    /// itself.
    void visibility(const RecordType &type, const void *target, const Question &question,
                    const std::vector<State> &states, std::size_t index, Place keyPlace,
                    const std::string &path, Place place)
    {
        const bool conditional = question.when.op != Condition::Op::Always;
        if (states[index] == State::Absent ? !question.required : !conditional)
            return;
        if (conditional) {
            for (const std::string_view key : keysOf(question.when)) {
                const Question *other = type.find(key);
                if (other != nullptr
                    && states[static_cast<std::size_t>(other - type.questions.data())]
                           == State::Bad)
                    return;
            }
            if (!holds(question.when, type, target)) {
                if (states[index] != State::Absent)
                    report("profile-hidden-key", {keyPlace, join(path, question.key), &question},
                           fill(StaticProse{"“{}” is asked only when {}.",
                                            "«{}» spørres det bare om når {}."},
                                question.key, conditionText(question.when)),
                           fill(StaticProse{"Leave “{}” out, or change the answer it depends on.",
                                            "Utelat «{}», eller endre svaret den avhenger av."},
                                question.key));
                return;
            }
        }
        if (states[index] == State::Absent)
            report("profile-missing", {place, join(path, question.key), &question},
                   fill(StaticProse{"“{}” is missing.", "«{}» mangler."}, question.key),
                   fill(StaticProse{"Add “{}:”. {}", "Legg til «{}:». {}"}, question.key,
                        question.help));
    }

    void unknownKey(const RecordType &type, const Value::Entry &entry, const std::string &path)
    {
        std::vector<std::string_view> keys;
        if (&type == &answersType())
            keys.push_back(kVersionKey);
        for (const Question &question : type.questions)
            keys.push_back(question.key);
        const std::string_view near = nearWord(entry.key, keys);
        std::string known;
        for (const std::string_view key : keys)
            known += (known.empty() ? "" : ", ") + std::string(key);
        const std::string key = shown(entry.key);
        report(
            "profile-unknown-key", {entry.keyPlace, join(path, key), nullptr},
            fill(StaticProse{"“{}” is not a known key here.", "«{}» er ikke en kjent nøkkel her."},
                 key),
            near.empty() ? fill(StaticProse{"Known here: {}.", "Kjente her: {}."}, known)
                         : fill(StaticProse{"Did you mean “{}”?", "Mente du «{}»?"}, near));
    }

    // --- answers ---------------------------------------------------------------------------------

    /// Reads one value. `subject` has the place of the key.
    bool answer(const Question &question, void *target, const Value &value, Subject subject)
    {
        if (value.kind == Value::Kind::Null) {
            m_result.profile->places[subject.path] = subject.place;
            nothing(question, subject);
            return false;
        }
        const Value::Kind wanted = question.kind == Kind::Group ? Value::Kind::Map
                                 : question.kind == Kind::Items || isList(question.kind)
                                     ? Value::Kind::List
                                     : Value::Kind::Scalar;
        if (wanted == Value::Kind::Scalar && value.place.line != 0
            && value.kind == Value::Kind::Scalar)
            subject.place = value.place;
        m_result.profile->places[subject.path] = subject.place;
        if (value.kind != wanted) {
            wrongKind(question, subject, value.kind);
            return false;
        }
        if (question.kind == Kind::Group) {
            const auto before = m_result.diagnostics.size();
            record(*question.items, question.access.childToEdit(target), value, subject.path,
                   subject.place);
            return m_result.diagnostics.size() == before;
        }
        if (question.kind == Kind::Items)
            return items(question, target, value, subject);
        if (isList(question.kind))
            return list(question, target, value, subject);
        return scalar(question, target, value, subject);
    }

    void nothing(const Question &question, const Subject &subject)
    {
        const bool nested = question.kind == Kind::Group || question.kind == Kind::Items;
        report("profile-no-value", subject,
               fill(StaticProse{"“{}” has no value.", "«{}» har ingen verdi."}, question.key),
               nested
                   ? Prose{"Leave the key out, or write what belongs to it below it.",
                           "Utelat nøkkelen, eller skriv det som hører til, under den."}
                   : Prose{"Leave the key out, or put the value in quotes if it is meant as text.",
                           "Utelat nøkkelen, eller sett verdien i anførselstegn hvis den er ment "
                           "som tekst."});
    }

    void wrongKind(const Question &question, const Subject &subject, Value::Kind found)
    {
        report(
            "profile-wrong-kind", subject,
            fill(StaticProse{"“{}” needs {}, but here is {}.", "«{}» trenger {}, men her står {}."},
                 question.key, formOf(question.kind).name, nameOf(found)),
            adviceFor(question));
    }

    bool scalar(const Question &question, void *target, const Value &value, const Subject &subject)
    {
        AnswerValue answered;
        if (question.kind == Kind::Flag) {
            if (const auto flag = strictFlag(value))
                answered = *flag;
        } else if (question.kind == Kind::Integer) {
            if (const auto number = strictInteger(value))
                answered = *number;
        } else {
            answered = value.text;
        }
        if (!isSet(answered)) {
            report(
                "profile-wrong-kind", subject,
                fill(StaticProse{"“{}” needs {}, but here is “{}”{}.",
                                 "«{}» trenger {}, men her står «{}»{}."},
                     question.key, formOf(question.kind).name, shown(value.text),
                     value.quoted ? StaticProse{" in quotes", " i anførselstegn"} : StaticProse{}),
                adviceFor(question));
            return false;
        }
        return take(question, target, answered, subject);
    }

    /// Checks and stores.
    bool take(const Question &question, void *target, const AnswerValue &answered,
              const Subject &subject)
    {
        auto taken = check(question, answered);
        if (taken)
            taken = question.access.set(target, answered);
        if (!taken)
            refused(subject, taken.error());
        return taken.has_value();
    }

    void refused(const Subject &subject, const Refusal &refusal)
    {
        const Question &question = *subject.question;
        report("profile-refused", subject, refusal.message,
               refusal.advice.empty()
                   ? Prose{std::string(question.help.en), std::string(question.help.nb)}
                   : refusal.advice);
    }

    // --- lists of words --------------------------------------------------------------------------

    bool list(const Question &question, void *target, const Value &value, const Subject &subject)
    {
        std::vector<std::string> words;
        std::vector<Subject> subjects;
        bool fine = true;
        for (std::size_t i = 0; i < value.entries.size(); ++i) {
            const Value &entry = value.entries[i].value;
            Subject one{entry.place, subject.path + ".#" + std::to_string(i + 1), &question};
            if (entry.place.line == 0 || entry.kind == Value::Kind::Null)
                one.place = subject.place;
            m_result.profile->places[one.path] = one.place;
            if (entry.kind != Value::Kind::Scalar) {
                report(
                    entry.kind == Value::Kind::Null ? "profile-no-value" : "profile-wrong-kind",
                    one,
                    fill(
                        StaticProse{
                            "Entry {} of “{}” must be a single value, but here is {}.",
                            "Oppføring {} i «{}» må være en enkelt verdi, men her står {}."},
                        i + 1, question.key, nameOf(entry.kind)),
                    {"Write one value for each entry; text that means nothing to YAML, such as "
                     "null "
                     "or ~, needs quotes.",
                     "Skriv én verdi for hver oppføring; tekst som YAML leser som ingenting, som "
                     "null eller ~, trenger anførselstegn."});
                fine = false;
                continue;
            }
            words.push_back(entry.text);
            subjects.push_back(std::move(one));
        }
        auto taken = check(question, words);
        if (taken)
            taken = question.access.set(target, words);
        if (!taken)
            locate(question, words, subjects, subject, taken.error());
        return fine && taken.has_value();
    }

    /// Reports each entry that is refused by itself; else the first that makes the list wrong,
    /// which is one too many or a repetition; else the list.
    void locate(const Question &question, const std::vector<std::string> &words,
                const std::vector<Subject> &subjects, const Subject &whole, const Refusal &refusal)
    {
        Question part = question;
        part.required = false;
        part.bounds.least = 0;
        const auto before = m_result.diagnostics.size();
        for (std::size_t i = 0; i < words.size(); ++i)
            if (const auto alone = check(part, std::vector{words[i]}); !alone)
                refused(subjects[i], alone.error());
        if (m_result.diagnostics.size() != before)
            return;
        std::vector<std::string> first;
        for (std::size_t i = 0; i < words.size(); ++i) {
            first.push_back(words[i]);
            if (const auto upToHere = check(part, first); !upToHere) {
                refused(subjects[i], refusal);
                return;
            }
        }
        refused(whole, refusal);
    }

    // --- lists of records ------------------------------------------------------------------------

    bool items(const Question &question, void *target, const Value &value, const Subject &subject)
    {
        const auto before = m_result.diagnostics.size();
        count(question, value, subject);
        const RecordType &type = *question.items;
        const Question *identity = type.identity.empty() ? nullptr : type.find(type.identity);
        std::map<std::string_view, Place> names;
        for (std::size_t i = 0; i < value.entries.size(); ++i) {
            const Value &entry = value.entries[i].value;
            Subject item{entry.place, subject.path + ".#" + std::to_string(i + 1), &question};
            if (entry.place.line == 0 || entry.kind == Value::Kind::Null)
                item.place = subject.place;
            const Value *name = identity == nullptr ? nullptr : entry.find(type.identity);
            if (name != nullptr && name->kind == Value::Kind::Scalar && !name->text.empty()
                && check(*identity, name->text)) {
                const auto [first, isNew] = names.emplace(name->text, name->place);
                if (isNew)
                    item.path = subject.path + "." + name->text;
                else
                    report(
                        "profile-duplicate",
                        {name->place, join(item.path, identity->key), identity},
                        fill(
                            StaticProse{
                                "“{}” stands in “{}” a second time; the first is on line {}.",
                                "«{}» står i «{}» for andre gang; den første er på linje {}."},
                            name->text, question.key, first->second.line),
                        fill(StaticProse{"Give it another {}, or keep one of them.",
                                         "Gi den en annen verdi for {}, eller behold én av dem."},
                             identity->key));
            }
            m_result.profile->places[item.path] = item.place;
            if (entry.kind != Value::Kind::Map) {
                report(entry.kind == Value::Kind::Null ? "profile-no-value" : "profile-wrong-kind",
                       item,
                       fill(
                           StaticProse{
                               "Entry {} of “{}” needs keys with values, but here is {}.",
                               "Oppføring {} i «{}» trenger nøkler med verdier, men her står {}."},
                           i + 1, question.key, nameOf(entry.kind)),
                       adviceFor(question));
                continue;
            }
            record(type, question.access.append(target), entry, item.path, item.place);
        }
        return m_result.diagnostics.size() == before;
    }

    void count(const Question &question, const Value &value, const Subject &subject)
    {
        const auto size = static_cast<std::int64_t>(value.entries.size());
        const Bounds &bounds = question.bounds;
        if (size >= bounds.least && size <= bounds.most)
            return;
        report("profile-refused", subject,
               size < bounds.least
                   ? fill(StaticProse{"“{}” has {} entries; it needs at least {}.",
                                      "«{}» har {} oppføringer; den trenger minst {}."},
                          question.key, size, bounds.least)
                   : fill(StaticProse{"“{}” has {} entries; it can have at most {}.",
                                      "«{}» har {} oppføringer; den kan ha høyst {}."},
                          question.key, size, bounds.most),
               size < bounds.least ? adviceFor(question)
                                   : Prose{"Take entries out, or split the workload.",
                                           "Ta bort oppføringer, eller del opp arbeidslasten."});
    }

    ReadResult &m_result;
};

void finish(ReadResult &result)
{
    std::ranges::stable_sort(result.diagnostics, {}, [](const Diagnostic &diagnostic) {
        return std::tuple(diagnostic.place.line, diagnostic.place.column);
    });
    if (!hasError(result.diagnostics))
        return;
    if (result.profile)
        result.partial = std::move(result.profile->answers);
    result.profile.reset();
}

} // namespace

Place Profile::placeOf(std::string_view path) const
{
    while (true) {
        if (const auto found = places.find(path); found != places.end())
            return found->second;
        const auto point = path.rfind('.');
        if (point == std::string_view::npos)
            return {1, 1};
        path = path.substr(0, point);
    }
}

ReadResult readProfile(std::string_view text)
{
    return readProfile(text, profileMigrations(), kProfileVersion);
}

ReadResult readProfile(std::string_view text, std::span<const Migration> migrations,
                       std::int64_t current)
{
    ReadResult result;
    auto root = yaml::read(text);
    if (!root) {
        result.diagnostics.push_back({.id = "profile-yaml",
                                      .path = {},
                                      .question = {},
                                      .message = std::move(root.error().message),
                                      .advice = std::move(root.error().advice),
                                      .place = root.error().place});
        return result;
    }
    if (root->kind == yaml::Value::Kind::Map) {
        const auto version = versionOf(*root);
        if (!version) {
            result.diagnostics.push_back(version.error()); // and read on: other problems show, too
        } else if (const auto applied = migrate(*root, migrations, current); !applied) {
            result.diagnostics.push_back(applied.error());
            return result;
        } else {
            const yaml::Value *place = root->find(kVersionKey);
            for (const Migration &migration : *applied)
                result.diagnostics.push_back(
                    {.id = "profile-migrated",
                     .severity = Severity::Note,
                     .path = std::string(kVersionKey),
                     .question = {},
                     .message =
                         fill(StaticProse{"The profile was brought from version {} to {} ({}).",
                                          "Profilen ble løftet fra versjon {} til {} ({})."},
                              migration.from, migration.to, migration.name),
                     .advice = {"Save it again to keep the new form.",
                                "Lagre den på nytt for å beholde den nye formen."},
                     .place = place == nullptr ? root->place : place->place});
        }
    }
    Reader(result).read(*root);
    finish(result);
    return result;
}

} // namespace skanse
