#include "interview/session.hpp"

#include <csignal>

namespace waymark::interview {

std::string begin_if_ready(State& state, const Keeping& keeping) {
    if (state.begun || state.here.page != Page::welcome) return "";
    state.begun = true;
    return keeping.begin(state);
}

Heard take(State& state, const Keeping& keeping, const Input& input) {
    Effects effects = advance(state, input);
    Heard heard;
    heard.record = std::move(effects.record);
    if (effects.begins) {
        const std::string problem = keeping.begin(state);
        if (!problem.empty()) {
            heard.says = {problem};
            heard.ended = true;
            heard.ending = Ending::not_begun;
            return heard;
        }
    }
    if (!effects.changes.empty() || effects.finished || effects.left) heard.says = keeping.save(effects.changes);
    heard.ended = effects.finished || effects.left;
    heard.ending = effects.finished ? Ending::finished : Ending::left;
    return heard;
}

Ending ending_of_signal(int signal) {
    if (signal == SIGTERM) return Ending::terminated;
    return signal == SIGHUP ? Ending::hung_up : Ending::interrupted;
}

}  // namespace waymark::interview
