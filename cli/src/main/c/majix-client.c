/*
 * Asks a resident majix (majix serve) for the answer to one search, and starts Java if there is none: always the same
 * answer, only sooner. See RESIDENT MODE in majix(1); the other side is majix.cli.ServeCommand.
 *
 * usage: majix-client BUILD NAME LAUNCHER JAVA FLAG... majix.cli.Main ARGUMENT...
 *
 * BUILD names the jar, so that a server of another one is not used. All from JAVA on is the cold way: it is taken, with
 * nothing printed before, whenever anything at all is not as it should be. A search can be run twice.
 *
 * Request:  "MJX2", length (4 bytes, big endian), then strings, each ended by NUL: BUILD, NAME, 1 if stderr is a terminal plus
 *           2 if stdout is one, the current directory, the number of arguments, the arguments, the environment.
 * Answer:   frames of a letter, a length as above, and bytes: o stdout, e stderr, b still at work, d declined,
 *           x exit status, the last. What is to be printed is kept until that has come.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#define NORETURN __attribute__((noreturn))

enum { PATIENCE_MILLIS = 2000, FRAME_HEAD = 5, LARGEST_RC = 1 << 20 };

extern char **environ;

static char **cold;
static char **arguments;

struct bytes {
    char *start;
    size_t length, room;
};

static NORETURN void go_cold(void)
{
    execv(cold[0], cold);
    fprintf(stderr, "majix: %s: %s\n", cold[0], strerror(errno));
    exit(3);
}

/* --- memory and texts */

static void make_room(struct bytes *b, size_t more)
{
    if (b->room - b->length >= more)
        return;
    size_t room = b->room * 2 > b->length + more ? b->room * 2 : b->length + more;
    char *grown = realloc(b->start, room);
    if (!grown)
        go_cold();
    b->start = grown;
    b->room = room;
}

static void add(struct bytes *b, const char *text)
{
    size_t length = strlen(text) + 1;
    make_room(b, length);
    memcpy(b->start + b->length, text, length);
    b->length += length;
}

/* Joins two texts in static memory; a result that is too long is empty, and no file has that name. */
static const char *join(char *to, const char *a, const char *b)
{
    if (snprintf(to, PATH_MAX, "%s%s", a, b) >= PATH_MAX)
        to[0] = 0;
    return to;
}

/* A variable that is set and not empty. */
static const char *variable(const char *name)
{
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

static const char *xdg(char *to, const char *name, const char *home, const char *below)
{
    const char *value = variable(name);
    return value && *value == '/' ? join(to, value, "") : join(to, home, below);
}

/* --- the command line: options as majix.cli.CommandLine reads them */

/* Whether a long option takes a value from the next argument. */
static int long_takes_value(const char *arg)
{
    return !strcmp(arg, "--rcfile") || !strcmp(arg, "--mfolder") || !strcmp(arg, "--wait")
        || !strcmp(arg, "--force-hash-key-new-database") || !strcmp(arg, "--format") || !strcmp(arg, "--sort")
        || !strcmp(arg, "--limit") || !strcmp(arg, "--offset") || !strcmp(arg, "--group-by") || !strcmp(arg, "--color");
}

/* Looks at a bundle of short options; 1 if its last one takes its value from the next argument. */
static int bundle(const char *arg, const char **rc)
{
    for (const char *letter = arg + 1; *letter; letter++) {
        if (strchr("Vhd", *letter))
            go_cold();
        if (*letter == 'f' || *letter == 'o') {
            if (*letter == 'f' && letter[1])
                *rc = letter + 1;
            return !letter[1];
        }
    }
    return 0;
}

/* The rc file that the options name, or NULL. What is no search is left to Java. */
static const char *rc_option(void)
{
    const char *rc = NULL;
    char **next = arguments;
    /* The first word may be a subcommand that is a search; as a search word it changes nothing here. */
    if (*next && !strcmp(*next, "thread") && next[1])
        next++;
    while (*next && (*next)[0] == '-' && (*next)[1]) {
        const char *arg = *next++;
        if (!strcmp(arg, "--"))
            break;
        int is_long = arg[1] == '-';
        if (is_long && (!strcmp(arg, "--version") || !strcmp(arg, "--help") || !strcmp(arg, "--dump")))
            go_cold();
        if (is_long && !strncmp(arg, "--rcfile=", 9))
            rc = arg + 9;
        if (is_long ? long_takes_value(arg) : bundle(arg, &rc)) {
            if (!*next)
                go_cold();
            if (is_long ? !strcmp(arg, "--rcfile") : arg[strlen(arg) - 1] == 'f')
                rc = *next;
            next++;
        }
    }
    if (!*next)
        go_cold();
    return rc;
}

/* The real path of the rc file in use; there must be one. */
static const char *rc_file(const char *home)
{
    static char place[PATH_MAX], real[PATH_MAX];
    struct stat is;
    const char *rc = rc_option();
    if (!rc)
        rc = variable("MAJIXRC");
    if (!rc && stat(join(place, home, "/.mairixrc"), &is) == 0)
        rc = place;
    if (!rc) {
        char config[PATH_MAX];
        rc = join(place, xdg(config, "XDG_CONFIG_HOME", home, "/.config"), "/majix/majixrc");
    }
    if (!realpath(rc, real))
        go_cold();
    return real;
}

/* --- the place: as majix.cli.ServerPlace has it */

/* Where sockets are; 1 for a directory that nobody else can enter. */
static int run_directory(char *directory, const char *home)
{
    struct stat is;
    const char *runtime = variable("XDG_RUNTIME_DIR");
    if (runtime && *runtime == '/' && stat(runtime, &is) == 0 && S_ISDIR(is.st_mode) && is.st_uid == geteuid()) {
        join(directory, runtime, "/majix");
    } else {
        char cache[PATH_MAX];
        join(directory, xdg(cache, "XDG_CACHE_HOME", home, "/.cache"), "/majix/run");
    }
    return lstat(directory, &is) == 0 && S_ISDIR(is.st_mode) && is.st_uid == geteuid() && !(is.st_mode & 077);
}

/* FNV-1a */
static uint64_t hash(const char *text)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (; *text; text++)
        h = (h ^ (unsigned char)*text) * 0x100000001b3u;
    return h;
}

/* A connection to a server of this user, or -1. */
static int connect_to(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    struct ucred peer;
    socklen_t length = sizeof peer;
    if (!*path || strlen(path) >= sizeof address.sun_path)
        return -1;
    strcpy(address.sun_path, path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -1;
    if (connect(fd, (struct sockaddr *)&address, sizeof address)
        || getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &length) || peer.uid != geteuid()) {
        close(fd);
        return -1;
    }
    return fd;
}

/* --- question and answer */

static void wait_for(int fd, short what)
{
    struct pollfd p = { .fd = fd, .events = what };
    int ready;
    do
        ready = poll(&p, 1, PATIENCE_MILLIS);
    while (ready < 0 && errno == EINTR);
    if (ready <= 0)
        go_cold();
}

static void ask(int fd, const char *build, const char *name)
{
    struct bytes b = { 0 };
    char cwd[PATH_MAX], number[32], terminals[2] = { (char)('0' + (isatty(2) ? 1 : 0) + (isatty(1) ? 2 : 0)), 0 };
    int count = 0;
    while (arguments[count])
        count++;
    if (!getcwd(cwd, sizeof cwd))
        go_cold();
    snprintf(number, sizeof number, "%d", count);
    make_room(&b, 8192);
    b.length = 8;
    const char *first[] = { build, name, terminals, cwd, number };
    for (size_t i = 0; i < sizeof first / sizeof *first; i++)
        add(&b, first[i]);
    for (char **a = arguments; *a; a++)
        add(&b, *a);
    for (char **e = environ; *e; e++)
        add(&b, *e);
    uint32_t body = (uint32_t)(b.length - 8);
    memcpy(b.start, "MJX2", 4);
    for (int i = 0; i < 4; i++)
        b.start[4 + i] = (char)(body >> (24 - 8 * i));
    for (size_t sent = 0; sent < b.length;) {
        ssize_t n = send(fd, b.start + sent, b.length - sent, MSG_NOSIGNAL);
        if (n > 0)
            sent += (size_t)n;
        else if (n < 0 && errno == EAGAIN)
            wait_for(fd, POLLOUT);
        else if (n == 0 || errno != EINTR)
            go_cold();
    }
    free(b.start);
}

static size_t frame_length(const char *frame)
{
    const unsigned char *f = (const unsigned char *)frame;
    return (size_t)f[1] << 24 | (size_t)f[2] << 16 | (size_t)f[3] << 8 | f[4];
}

/* Reads all frames up to the exit status. */
static struct bytes answer(int fd)
{
    struct bytes b = { 0 };
    size_t at = 0;
    for (;;) {
        while (b.length - at >= FRAME_HEAD && b.length - at - FRAME_HEAD >= frame_length(b.start + at)) {
            char type = b.start[at];
            if (type == 'x' && frame_length(b.start + at) == 1)
                return b;
            if (type != 'o' && type != 'e' && type != 'b')
                go_cold();
            at += FRAME_HEAD + frame_length(b.start + at);
        }
        make_room(&b, 1 << 16);
        ssize_t n = recv(fd, b.start + b.length, b.room - b.length, 0);
        if (n > 0)
            b.length += (size_t)n;
        else if (n < 0 && errno == EAGAIN)
            wait_for(fd, POLLIN);
        else if (n == 0 || errno != EINTR)
            go_cold();
    }
}

/* 0, or why the bytes could not be written. */
static int write_all(int fd, const char *from, size_t length)
{
    while (length > 0) {
        ssize_t n = write(fd, from, length);
        if (n >= 0) {
            from += n;
            length -= (size_t)n;
        } else if (errno == EAGAIN) {
            struct pollfd p = { .fd = fd, .events = POLLOUT };
            poll(&p, 1, -1);
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

/* Prints the frames; returns the exit status. A reader that wants no more is no failure. */
static int print(const char *frame, const char *name)
{
    int gone = 0;
    signal(SIGPIPE, SIG_IGN);
    for (; *frame != 'x'; frame += FRAME_HEAD + frame_length(frame)) {
        if (*frame == 'e' && !gone)
            write_all(2, frame + FRAME_HEAD, frame_length(frame));
        if (*frame != 'o' || gone)
            continue;
        int error = write_all(1, frame + FRAME_HEAD, frame_length(frame));
        if (error && error != EPIPE) {
            setlocale(LC_ALL, "");
            fprintf(stderr, "%s: standard output: %s\n", name, strerror(error));
            return 3;
        }
        gone = error;
    }
    return (unsigned char)frame[FRAME_HEAD];
}

/* --- starting a server */

/* Whether a line of the rc file says resident=yes; the last such line counts. */
static int rc_asks(const char *rc)
{
    int asks = 0;
    char *line = NULL;
    size_t room = 0, total = 0;
    ssize_t length;
    FILE *file = fopen(rc, "re");
    while (file && (length = getline(&line, &room, file)) > 0 && (total += (size_t)length) < LARGEST_RC) {
        char *at = line + (total == (size_t)length && !strncmp(line, "\xEF\xBB\xBF", 3) ? 3 : 0);
        at += strspn(at, " \t");
        if (strncasecmp(at, "resident", 8))
            continue;
        at += 8 + strspn(at + 8, " \t");
        if (*at++ != '=')
            continue;
        at += strspn(at, " \t");
        asks = !strncasecmp(at, "yes", 3) && !at[3 + strspn(at + 3, " \t\r\n")];
    }
    if (file)
        fclose(file);
    free(line);
    return asks;
}

static void make_directories(char *directory)
{
    for (char *slash = strchr(directory + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(directory, 0700);
        *slash = '/';
    }
    mkdir(directory, 0700);
}

/*
 * In a process of its own: waits until the search has ended, then becomes the server. The lock stays with the server
 * as long as it lives: of many searches that come to this point, one starts it.
 */
static NORETURN void become_server(int ended, char *directory, const char *home, const char *path, const char *launcher,
                                    const char *rc)
{
    char lock[PATH_MAX], byte;
    int null = open("/dev/null", O_RDWR);
    setsid();
    for (int fd = 0; fd < 3; fd++)
        dup2(null, fd);
    dup2(ended, 3);
    if (syscall(SYS_close_range, 4, ~0U, 0))
        for (int fd = 4; fd < 1024; fd++)
            close(fd);
    while (read(3, &byte, 1) < 0 && errno == EINTR)
        ;
    close(3);
    make_directories(directory);
    join(lock, path, ".start");
    int held = run_directory(directory, home) ? open(lock, O_RDWR | O_CREAT | O_NOFOLLOW, 0600) : -1;
    if (held >= 0 && !flock(held, LOCK_EX | LOCK_NB) && !chdir("/"))
        execl("/bin/sh", "sh", launcher, "serve", "-f", rc, (char *)NULL);
    _exit(3);
}

static void start_server(char *directory, const char *home, const char *path, const char *launcher, const char *rc)
{
    char real[PATH_MAX];
    int ends[2];
    if (!realpath(launcher, real) || pipe(ends))
        return;
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        become_server(ends[0], directory, home, path, real, rc);
    }
    /* The other end goes to Java, and is closed when that ends. */
    close(ends[0]);
}

int main(int argc, char **argv)
{
    static char directory[PATH_MAX], path[PATH_MAX];
    char name[32];
    if (argc < 6)
        return 3;
    cold = argv + 4;
    for (arguments = cold; *arguments && strcmp(*arguments, "majix.cli.Main"); arguments++)
        ;
    if (*arguments)
        arguments++;
    const char *home = variable("HOME");
    const char *wish = variable("MAJIX_RESIDENT");
    if (!home || *home != '/' || (wish && !strcmp(wish, "no")))
        go_cold();
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            go_cold();
    const char *rc = rc_file(home);
    int safe = run_directory(directory, home);
    snprintf(name, sizeof name, "/%016llx.sock", (unsigned long long)hash(rc));
    int fd = safe ? connect_to(join(path, directory, name)) : -1;
    if (fd >= 0) {
        ask(fd, argv[1], argv[2]);
        struct bytes frames = answer(fd);
        return print(frames.start, argv[2]);
    }
    if ((wish && !strcmp(wish, "yes")) || rc_asks(rc))
        start_server(directory, home, join(path, directory, name), argv[3], rc);
    go_cold();
}
