// SHA-256 of survey exports, taken while they are read, so that a scorecard says what it was made from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/batch.hpp"
#include "waymark/scorecard.hpp"

namespace waymark {

class ExportDigests {
  public:
    // From now on every file that is opened is followed.
    void follow(std::vector<ExportFile>& files);

    // The file, or all of them under one digest: their names may be those of other organisations. Only files that were
    // read to their end count; nothing if there is none.
    std::optional<CardInput> told() const;

  private:
    struct Followed {
        std::string name;
        std::string sha256;  // empty: not read to its end
    };
    std::vector<std::shared_ptr<Followed>> files_;
};

}  // namespace waymark
