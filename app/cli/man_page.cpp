// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors
#include "app/cli/help.h"

#include "core/version.h"

namespace skanse::cli {

namespace {

/// Text for man(7): backslashes and hyphens escaped, no line may begin with a control character.
std::string roff(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 0 && (text[i] == '.' || text[i] == '\''))
            out += "\\&";
        if (text[i] == '\\')
            out += "\\e";
        else if (text[i] == '-')
            out += "\\-";
        else
            out += text[i];
    }
    std::string quotes;
    for (std::size_t i = 0; i < out.size();) { // typographic quotes by their roff names
        if (out.compare(i, 3, "“") == 0) {
            quotes += "\\(lq";
            i += 3;
        } else if (out.compare(i, 3, "”") == 0) {
            quotes += "\\(rq";
            i += 3;
        } else {
            quotes += out[i++];
        }
    }
    return quotes;
}

void option(std::string &page, const Option &option)
{
    std::string forms = optionForms(option);
    forms.erase(0, forms.find_first_not_of(' '));
    page += ".TP\n\\fB" + roff(forms) + "\\fR\n" + roff(option.help) + "\n";
}

void command(std::string &page, const Command &command)
{
    page += ".SS " + roff(command.name) + "\n";
    page += ".B " + roff(usageLine(command)) + "\n.PP\n" + roff(command.details) + "\n";
    for (const Argument &argument : command.arguments)
        page += ".TP\n\\fI" + roff(argument.name) + "\\fR\n" + roff(argument.help) + "\n";
    for (const Option &one : command.options)
        option(page, one);
}

} // namespace

std::string manPage()
{
    std::string page =
        ".\\\" SPDX-License-Identifier: Apache-2.0\n.\\\" Written by skanse-cli man.\n";
    page += ".TH SKANSE\\-CLI 1 \"\" \"Skanse " + std::string(kVersion) + "\" \"User Commands\"\n";
    page += ".SH NAME\nskanse\\-cli \\- from answers about a workload to a hardened bundle\n";
    page += ".SH SYNOPSIS\n.B skanse\\-cli\n.I COMMAND\n[options] ...\n";
    page += ".SH DESCRIPTION\n";
    page += roff("Reads a profile (*.skanse.yaml) and makes a consistent, hardened bundle from it: "
                 "Dockerfiles, a "
                 "compose file, Kubernetes manifests, the setup of the virtual server, scan gates "
                 "for CI, and "
                 "documents that explain every line. The same profile gives the same bytes on "
                 "every machine.")
          + "\n";
    page += ".SH COMMANDS\n";
    for (const Command &one : commands())
        command(page, one);
    page += ".SH COMMON OPTIONS\n";
    for (const Option &one : commonOptions())
        option(page, one);
    page += ".SH EXIT STATUS\n";
    for (const ExitCodeHelp &one : exitCodes())
        page += ".TP\n\\fB" + std::to_string(one.code) + "\\fR\n" + roff(one.help) + "\n";
    page += ".SH DIAGNOSTICS\nMessages go to standard error as\n.IR file : line : column :\n";
    page += ".IR severity : message,\nfollowed by what to do.\n";
    page += ".SH EXAMPLES\n.nf\n"
            "skanse\\-cli new shop \\-r NO \\-s web=nginx \\-s api=node \\-s db=postgres \\-o "
            "shop.skanse.yaml\n"
            "skanse\\-cli generate shop.skanse.yaml \\-o shop\n"
            "skanse\\-cli explain shop/compose.yaml:40\n.fi\n";
    return page;
}

} // namespace skanse::cli
