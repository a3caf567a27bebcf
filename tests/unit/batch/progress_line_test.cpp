#include "batch/progress_line.hpp"

#include "catch.hpp"

using namespace waymark;

namespace {

ProgressFigures near_the_middle() {
    ProgressFigures now;
    now.bytes = 450000000;
    now.all_bytes = 1000000000;
    now.records = 250000;
    now.rejected = 3;
    now.milliseconds = 999;
    return now;
}

}  // namespace

TEST_CASE("progress is a bar with what is left and what was found", "[progress]") {
    CHECK(progress_line(near_the_middle(), 120) ==
          "[####------] 45 %, 0:01 left, 250000 responses, 3 rejected, 250000 a second, 450 MB of 1000 MB");
}

TEST_CASE("in a narrow window the most important part of progress is left", "[progress]") {
    const ProgressFigures now = near_the_middle();
    CHECK(progress_line(now, 79) == "[####------] 45 %, 0:01 left, 250000 responses, 3 rejected, 250000 a second");
    CHECK(progress_line(now, 60) == "[####------] 45 %, 0:01 left, 250000 responses, 3 rejected");
    CHECK(progress_line(now, 20) == "45 %, 0:01 left");
    CHECK(progress_line(now, 3).empty());
}

TEST_CASE("progress of a stream tells what came so far", "[progress]") {
    ProgressFigures now = near_the_middle();
    now.all_bytes = 0;
    CHECK(progress_line(now, 120) == "450 MB, 250000 responses, 3 rejected, 250000 a second");
    now.finding_copies = true;
    CHECK(progress_line(now, 120) == "looking for copies: 450 MB");
}

TEST_CASE("progress stays within bounds at its ends", "[progress]") {
    ProgressFigures now;
    now.all_bytes = 5000;
    now.milliseconds = 600;
    CHECK(progress_line(now, 120) == "[----------] 0 %, 0 responses, 0 rejected, 0 a second, 0 kB of 5 kB");
    now.bytes = 9000;  // the file grew
    CHECK(progress_line(now, 120) == "[##########] 100 %, 0 responses, 0 rejected, 0 a second, 9 kB of 5 kB");
}
