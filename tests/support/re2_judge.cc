// What RE2 says, as Falco calls it, of the lines that regex_tree.c reads. Built by
// tests/e2e/regex.py.
#include <re2/re2.h>

#include <iostream>
#include <sstream>
#include <string>

static std::string bytes(const std::string &digits)
{
    std::string text;

    for (size_t i = 0; i + 1 < digits.size(); i += 2)
        text.push_back((char)std::stoul(digits.substr(i, 2), nullptr, 16));
    return text;
}

int main()
{
    RE2::Options options(RE2::POSIX);
    std::string line;

    options.set_log_errors(false);
    while (std::getline(std::cin, line)) {
        std::istringstream parts(line + "\t"); // so that an empty part at the end is one
        std::string part;

        std::getline(parts, part, '\t');
        const RE2 regex(bytes(part), options);
        std::cout << (regex.ok() ? "yes" : "no");
        while (regex.ok() && std::getline(parts, part, '\t'))
            std::cout << (RE2::FullMatch(bytes(part), regex) ? " 1" : " 0");
        std::cout << "\n";
    }
}
