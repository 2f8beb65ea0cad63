// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include "core/schema/question.h"

#include <algorithm>
#include <iterator>
#include <type_traits>

/// Turns member pointers into Access: the only place where a record is a void pointer.
namespace skanse {

/// How one member type is exchanged. `decode` sees a value that is set and that check() has accepted.
template <class T> struct Codec;

template <> struct Codec<std::string> {
    static AnswerValue encode(const std::string &text)
    {
        return text.empty() ? AnswerValue{} : AnswerValue{text};
    }
    static std::expected<std::string, Refusal> decode(const AnswerValue &value)
    {
        return std::get<std::string>(value);
    }
};

template <> struct Codec<bool> {
    static AnswerValue encode(bool flag) { return flag; }
    static std::expected<bool, Refusal> decode(const AnswerValue &value)
    {
        return std::get<bool>(value);
    }
};

template <> struct Codec<std::int64_t> {
    static AnswerValue encode(std::int64_t number) { return number; }
    static std::expected<std::int64_t, Refusal> decode(const AnswerValue &value)
    {
        return std::get<std::int64_t>(value);
    }
};

/// Values written as text: T needs a toString and a parser.
template <class T, std::expected<T, Refusal> (*Parse)(std::string_view)> struct TextCodec {
    static AnswerValue encode(const T &value) { return toString(value); }
    static std::expected<T, Refusal> decode(const AnswerValue &value)
    {
        return Parse(isSet(value) ? std::string_view(std::get<std::string>(value))
                                  : std::string_view());
    }
};
template <> struct Codec<Bytes> : TextCodec<Bytes, parseBytes> {
};
template <> struct Codec<Cpu> : TextCodec<Cpu, parseCpu> {
};
template <> struct Codec<Duration> : TextCodec<Duration, parseDuration> {
};
template <> struct Codec<Network> : TextCodec<Network, parseNetwork> {
};

template <class Enum>
    requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static AnswerValue encode(Enum value) { return std::string(wordOf(value)); }
    static std::expected<Enum, Refusal> decode(const AnswerValue &value)
    {
        return fromWord<Enum>(std::get<std::string>(value)).value_or(Enum{});
    }
};

template <class T> struct Codec<std::optional<T>> {
    static AnswerValue encode(const std::optional<T> &value)
    {
        return value ? Codec<T>::encode(*value) : AnswerValue{};
    }
    static std::expected<std::optional<T>, Refusal> decode(const AnswerValue &value)
    {
        if (!isSet(value))
            return std::optional<T>{};
        auto inner = Codec<T>::decode(value);
        if (!inner)
            return std::unexpected(inner.error());
        return std::optional<T>(std::move(*inner));
    }
};

template <class T> struct Codec<std::vector<T>> {
    static AnswerValue encode(const std::vector<T> &items)
    {
        if (items.empty())
            return {};
        std::vector<std::string> words;
        for (const T &item : items)
            words.push_back(std::get<std::string>(Codec<T>::encode(item)));
        return words;
    }
    static std::expected<std::vector<T>, Refusal> decode(const AnswerValue &value)
    {
        std::vector<T> items;
        if (!isSet(value))
            return items;
        for (const auto &word : std::get<std::vector<std::string>>(value)) {
            auto item = Codec<T>::decode(word);
            if (!item)
                return std::unexpected(item.error());
            items.push_back(std::move(*item));
        }
        return items;
    }
};
template <> struct Codec<std::vector<std::string>> {
    static AnswerValue encode(const std::vector<std::string> &words)
    {
        return words.empty() ? AnswerValue{} : AnswerValue{words};
    }
    static std::expected<std::vector<std::string>, Refusal> decode(const AnswerValue &value)
    {
        return isSet(value) ? std::get<std::vector<std::string>>(value)
                            : std::vector<std::string>{};
    }
};

template <class T> struct MemberOf;
template <class R, class M> struct MemberOf<M R::*> {
    using Record = R;
    using Member = M;
};

/// A member that holds one answer.
template <auto Pointer> constexpr Access answer()
{
    using Record = typename MemberOf<decltype(Pointer)>::Record;
    using Member = typename MemberOf<decltype(Pointer)>::Member;
    Access access;
    access.get = [](const void *record) {
        return Codec<Member>::encode(static_cast<const Record *>(record)->*Pointer);
    };
    access.set = [](void *record, const AnswerValue &value) -> std::expected<void, Refusal> {
        if (!isSet(value)) { // taking an answer back gives the default again
            static_cast<Record *>(record)->*Pointer = Record{}.*Pointer;
            return {};
        }
        auto decoded = Codec<Member>::decode(value);
        if (!decoded)
            return std::unexpected(decoded.error());
        static_cast<Record *>(record)->*Pointer = std::move(*decoded);
        return {};
    };
    return access;
}

/// A member that is a record.
template <auto Pointer> constexpr Access group()
{
    using Record = typename MemberOf<decltype(Pointer)>::Record;
    Access access;
    access.child = [](const void *record) -> const void * {
        return &(static_cast<const Record *>(record)->*Pointer);
    };
    access.childToEdit = [](void *record) -> void * {
        return &(static_cast<Record *>(record)->*Pointer);
    };
    return access;
}

/// A member that is a list of records.
template <auto Pointer> constexpr Access items()
{
    using Record = typename MemberOf<decltype(Pointer)>::Record;
    Access access;
    access.count = [](const void *record) {
        return (static_cast<const Record *>(record)->*Pointer).size();
    };
    access.at = [](const void *record, std::size_t index) -> const void * {
        return &(static_cast<const Record *>(record)->*Pointer)[index];
    };
    access.append = [](void *record) -> void * {
        return &(static_cast<Record *>(record)->*Pointer).emplace_back();
    };
    access.atToEdit = [](void *record, std::size_t index) -> void * {
        return &(static_cast<Record *>(record)->*Pointer)[index];
    };
    access.duplicate = [](void *record, std::size_t index) {
        auto &list = static_cast<Record *>(record)->*Pointer;
        auto copy = list.at(index); // insert() may move what it is given a reference to
        list.insert(std::next(list.begin(), static_cast<std::ptrdiff_t>(index) + 1),
                    std::move(copy));
    };
    access.remove = [](void *record, std::size_t index) {
        auto &list = static_cast<Record *>(record)->*Pointer;
        list.erase(std::next(list.begin(), static_cast<std::ptrdiff_t>(index)));
    };
    access.move = [](void *record, std::size_t from, std::size_t to) {
        auto &list = static_cast<Record *>(record)->*Pointer;
        const auto at = [&](std::size_t index) {
            return std::next(list.begin(), static_cast<std::ptrdiff_t>(index));
        };
        if (from < to)
            std::rotate(at(from), at(from + 1), at(to + 1));
        else
            std::rotate(at(to), at(from), at(from + 1));
    };
    return access;
}

} // namespace skanse
