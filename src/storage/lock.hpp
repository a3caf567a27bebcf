// One run at a time for one assessment file: a lock file beside it, `.NAME.lock`, held with flock.
#pragma once

#include <string>

namespace waymark {

// Releases the lock and removes the lock file when it goes.
class FileLock {
  public:
    FileLock() = default;
    FileLock(int descriptor, std::string path);  // of the locked lock file
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    bool held() const { return descriptor_ >= 0; }
    void release();

  private:
    int descriptor_ = -1;
    std::string path_;
};

// Who holds or held a lock, as its file says.
struct LockHolder {
    long process = 0;
    std::string host;
    std::string since;  // 2026-11-20 14:03:11 UTC
};

struct Locking {
    FileLock lock;                 // held unless `problem` is set
    std::string problem, help;     // one sentence each
    bool take_over_helps = false;  // the holder is on another machine and may be gone
    std::string was_stale;         // a lock that a dead run left was taken; a sentence for people
};

// Never waits. The kernel lets go of a dead run's lock, so that one on this machine is taken without a question. A lock
// file from another machine proves nothing about that machine (shared folders often do not share locks): it is taken
// only with `take_over`.
Locking take_lock(const std::string& file, bool take_over);

}  // namespace waymark
