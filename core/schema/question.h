// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/base/diagnostic.h"
#include "core/model/answers.h"
#include "core/schema/condition.h"
#include "core/schema/value.h"

#include <expected>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

/// The one definition of what is asked. Pages, fields, profile reader and writer, command line,
/// JSON Schema, reference pages and the test matrix are all made from it.
namespace skanse {

/// What an answer means; decides how it is checked, shown and exported.
enum class Kind : std::uint8_t {
    Flag,
    Integer,
    Line,     ///< one line of free text
    Label,    ///< DNS-1123 label
    PortName, ///< IANA service name, at most 15 characters
    Hostname, ///< DNS name
    Choice,   ///< one word of `choices`
    Choices,  ///< several words of `choices`
    Bytes,    ///< 512Mi
    Cpu,      ///< 0.5 or 250m
    Duration, ///< 30s
    Path,     ///< absolute path in the container
    Folder,   ///< folder on the user's side, relative
    Image,    ///< image reference without digest
    Digest,   ///< sha256:...
    Words,    ///< list of free text: command, arguments
    Country,  ///< ISO 3166-1 alpha-2
    Countries,
    Address, ///< one IPv4 or IPv6 address
    Network, ///< address or CIDR
    Networks,
    VariableName,  ///< of the environment
    UserName,      ///< of the host
    SshKeys,       ///< OpenSSH public keys
    Signal,        ///< SIGTERM
    Preset,        ///< id in the catalogue
    Control,       ///< id in the catalogue
    ChecklistItem, ///< id in the catalogue
    Date,          ///< 2026-11-20
    Group,         ///< one nested record
    Items,         ///< a list of nested records
};

enum class Page : std::uint8_t {
    Workload,
    Services,
    Ports,
    Storage,
    Resources,
    Peers,
    Secrets,
    Host,
    Hardening,
    Checklist,
};

struct RecordType;

/// Reads and writes one member of a record. Made from a member pointer in access.h only.
struct Access {
    AnswerValue (*get)(const void *record) = nullptr;
    /// The value has been checked against the question before. A value that is not set gives the default.
    std::expected<void, Refusal> (*set)(void *record, const AnswerValue &value) = nullptr;

    // Group and Items
    const void *(*child)(const void *record) = nullptr;
    void *(*childToEdit)(void *record) = nullptr;
    std::size_t (*count)(const void *record) = nullptr;
    const void *(*at)(const void *record, std::size_t index) = nullptr;
    void *(*append)(void *record) = nullptr;
    void *(*atToEdit)(void *record, std::size_t index) = nullptr;
    /// Puts a copy of the item behind it.
    void (*duplicate)(void *record, std::size_t index) = nullptr;
    void (*remove)(void *record, std::size_t index) = nullptr;
    /// Takes the item out and puts it back so that it gets the number `to`.
    void (*move)(void *record, std::size_t from, std::size_t to) = nullptr;
};

/// Bounds of a value: of the number, of the text's length, or of a list's length.
struct Bounds {
    std::int64_t least = 0;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    bool operator==(const Bounds &) const = default;
};

struct Question {
    std::string_view id;  ///< unique: "service.port.hostPort"
    std::string_view key; ///< in the profile: "hostPort"
    Page page = Page::Workload;
    Kind kind = Kind::Line;
    StaticProse label;
    StaticProse help;
    Access access;
    bool required = false;
    Bounds bounds = {};
    std::span<const Choice> choices = {};
    Condition when = {};
    const RecordType *items = nullptr; ///< for Group and Items
};

/// A struct of the model and its questions, in the order people answer them.
struct RecordType {
    std::string_view id;       ///< "service.port"
    std::string_view identity; ///< key whose answer names an item in paths: "name"; may be empty
    const void *defaults = nullptr;
    std::vector<Question> questions;

    [[nodiscard]] const Question *find(std::string_view key) const;
};

/// The record type of Answers: the root of the table.
const RecordType &answersType();
const RecordType &serviceType();
const RecordType &workloadType();
const RecordType &hostType();

/// Every question, depth first.
const std::vector<const Question *> &allQuestions();
const Question *findQuestion(std::string_view id);

/// Whether `value` may be the answer; the message says why not and what to write.
std::expected<void, Refusal> check(const Question &question, const AnswerValue &value);

/// The answer of an untouched record: what a profile need not say.
AnswerValue defaultOf(const RecordType &type, const Question &question);

} // namespace skanse
