// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/report/edit_script.h"

#include <utility>

namespace skanse::report {

namespace {

/// A box of the edit graph: lines [left, right) before and [top, bottom) after.
struct Box {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

class Myers
{
public:
    Myers(std::span<const int> before, std::span<const int> after)
        : m_before(before)
        , m_after(after)
        , m_offset(2 * static_cast<int>(before.size() + after.size()) + 3)
        , m_forward(2 * static_cast<std::size_t>(m_offset) + 1)
        , m_backward(m_forward.size())
        , m_script{std::vector<bool>(before.size()), std::vector<bool>(after.size())}
    {
    }

    EditScript run()
    {
        compare({0, 0, static_cast<int>(m_before.size()), static_cast<int>(m_after.size())});
        return std::move(m_script);
    }

private:
    [[nodiscard]] bool equal(int x, int y) const
    {
        return m_before[static_cast<std::size_t>(x)] == m_after[static_cast<std::size_t>(y)];
    }
    int &forward(int k) { return *(m_forward.begin() + m_offset + k); }
    int &backward(int k) { return *(m_backward.begin() + m_offset + k); }

    /// Marks the edits in the box. Recursion halves the number of edits each time, so it is shallow.
    void compare(Box box)
    {
        while (box.left < box.right && box.top < box.bottom && equal(box.left, box.top)) {
            ++box.left;
            ++box.top;
        }
        while (box.left < box.right && box.top < box.bottom
               && equal(box.right - 1, box.bottom - 1)) {
            --box.right;
            --box.bottom;
        }
        if (box.left == box.right || box.top == box.bottom) {
            for (int x = box.left; x < box.right; ++x)
                m_script.removed[static_cast<std::size_t>(x)] = true;
            for (int y = box.top; y < box.bottom; ++y)
                m_script.added[static_cast<std::size_t>(y)] = true;
            return;
        }
        const auto [x, y] = middle(box);
        compare({box.left, box.top, x, y});
        compare({x, y, box.right, box.bottom});
    }

    /// A point on a shortest path about half way, found by walking from both corners until the walks meet.
    /// Diagonal k holds the points with x - y == k; each walk keeps its furthest x on each. Walks may
    /// leave the box, where nothing is equal; the point where they meet is always inside.
    std::pair<int, int> middle(const Box &box)
    {
        const int first = box.left - box.top;
        const int last = box.right - box.bottom;
        const bool isOdd = ((last - first) & 1) != 0;
        forward(first) = box.left;
        backward(last) = box.right;
        for (int steps = 1;; ++steps) {
            for (int k = first - steps; k <= first + steps; k += 2) {
                const int x = walkForward(box, k, first, steps);
                if (isOdd && k > last - steps && k < last + steps && x >= backward(k))
                    return {x, x - k};
            }
            for (int k = last - steps; k <= last + steps; k += 2) {
                const int x = walkBackward(box, k, last, steps);
                if (!isOdd && k >= first - steps && k <= first + steps && x <= forward(k))
                    return {x, x - k};
            }
        }
    }

    /// Comes from the diagonal below by removing a line (x grows) or from above by adding one.
    int walkForward(const Box &box, int k, int first, int steps)
    {
        const bool isRemoval =
            k == first + steps || (k != first - steps && forward(k - 1) >= forward(k + 1));
        int x = isRemoval ? forward(k - 1) + 1 : forward(k + 1);
        while (x < box.right && x - k < box.bottom && equal(x, x - k))
            ++x;
        return forward(k) = x;
    }

    int walkBackward(const Box &box, int k, int last, int steps)
    {
        const bool isRemoval =
            k == last - steps || (k != last + steps && backward(k + 1) <= backward(k - 1));
        int x = isRemoval ? backward(k + 1) - 1 : backward(k - 1);
        while (x > box.left && x - k > box.top && equal(x - 1, x - k - 1))
            --x;
        return backward(k) = x;
    }

    std::span<const int> m_before;
    std::span<const int> m_after;
    int m_offset; ///< walks that leave the box by half its size stay within the arrays
    std::vector<int> m_forward;
    std::vector<int> m_backward;
    EditScript m_script;
};

} // namespace

EditScript editScript(std::span<const int> before, std::span<const int> after)
{
    return Myers(before, after).run();
}

} // namespace skanse::report
