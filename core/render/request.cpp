// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "core/render/request.h"

#include <algorithm>

namespace skanse {

const Artifact *Bundle::find(std::string_view path) const
{
    const auto found = std::ranges::find(artifacts, path, &Artifact::path);
    return found == artifacts.end() ? nullptr : &*found;
}

void Bundle::addYaml(std::string path, yaml::Written written)
{
    if (written)
        artifacts.push_back({std::move(path), Syntax::Yaml, std::move(written->text),
                             std::move(written->spans), false});
    else if (!error)
        error = RenderError{std::move(path), std::move(written.error().key)};
}

std::vector<std::string> Request::header(const StaticProse &what) const
{
    return {std::string(say(what)), stampLine()};
}

Commenter Request::commenter() const
{
    const auto level = m_plan.comments == CommentChoice::None ? CommentLevel::None
                     : m_plan.comments == CommentChoice::Ids  ? CommentLevel::Ids
                                                              : CommentLevel::Explained;
    return {level, [this](ControlId id) -> std::string_view {
                return say(m_catalogue.control(id).comment);
            }};
}

Origin Request::why(const ServicePlan &service, const ControlSet &controls,
                    std::string_view question) const
{
    ControlSet applied = service.appliedControls;
    applied.insert(m_plan.appliedControls);
    return {controls & applied, question, static_cast<std::int16_t>(indexOf(service))};
}

Origin Request::why(const ControlSet &controls, std::string_view question) const
{
    return {controls & m_plan.appliedControls, question, -1};
}

Origin Request::from(const ServicePlan &service, std::string_view question) const
{
    return {{}, question, static_cast<std::int16_t>(indexOf(service))};
}

} // namespace skanse
