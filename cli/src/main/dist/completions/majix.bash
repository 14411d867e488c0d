# Completion of majix for bash: options, subcommands, keys of queries, folders and saved searches.
# Source it, or put it as "majix" into ~/.local/share/bash-completion/completions.
# Nothing is started: what the shell cannot know stands in the file "folders" beside the index, which indexing runs
# write, and in the file of saved searches beside the rc file.

# BEGIN generated: bash
_majix_subcommands='init thread save saved up show extract shell fields status check help addresses mutt-macros serve'
_majix_options='-f --rcfile -v --verbose -V --version -h --help -t --threads -tt -a --augment -r --raw-output -x --excerpt-output -o --mfolder -H --force-hardlinks --force --explain --narrow --typed --same --neomutt --format -0 --null --sort --limit --offset --count --group-by --exec --snippets --color -F --fast-index -p --purge --up --wait -d --dump'
_majix_keys='t: to: c: cc: f: from: a: address: r: s: subject: b: body: n: attachment: m: id: p: path: d: date: z: size: F: flag: q: query:'
_majix_topics='majix query rc json'
# END generated

# Sets _majix_base and _majix_index from the rc file, and _majix_saved to the file of saved searches.
_majix_look() {
    local rc=$1 line name value home=$HOME
    [[ $rc == '~/'* ]] && rc=$home/${rc:2}
    [[ -n $rc ]] || rc=${MAJIXRC-}
    [[ -n $rc ]] || rc=$home/.mairixrc
    [[ -e $rc ]] || rc=${XDG_CONFIG_HOME:-$home/.config}/majix/majixrc
    _majix_base='' _majix_index='' _majix_saved=$rc.saved
    [[ -r $rc ]] || return
    while IFS= read -r line || [[ -n $line ]]; do
        [[ $line =~ ^[[:space:]]*([A-Za-z_]+)[[:space:]]*=[[:space:]]*(.*[^[:space:]]) ]] || continue
        name=${BASH_REMATCH[1],,} value=${BASH_REMATCH[2]}
        case $value in
            '~') value=$home ;;
            '~/'*) value=$home/${value:2} ;;
            '$HOME'*) value=$home${value:5} ;;
            '${HOME}'*) value=$home${value:7} ;;
        esac
        case $name in
            base) _majix_base=$value ;;
            database) _majix_index=$value ;;
        esac
    done <"$rc"
    [[ -d $_majix_index.majix ]] && _majix_index=$_majix_index.majix
}

# Adds to COMPREPLY what begins with the second argument, with the first one before it.
_majix_add() {
    local before=$1 typed=$2 word
    shift 2
    for word; do
        [[ $word == "$typed"* ]] && COMPREPLY+=("$before$word")
    done
}

# Names of folders as p: takes them: below base, or whole where that was begun.
_majix_folders() {
    local before=$1 typed=$2 name
    if [[ $typed == ^* ]]; then
        before+=^ typed=${typed:1}
    fi
    [[ -r $_majix_index/folders ]] || return
    while IFS= read -r name; do
        [[ $typed == /* ]] || name=${name#"$_majix_base"/}
        if [[ $name == "$typed"* ]]; then
            [[ $name == *[!A-Za-z0-9_./@%+,:=-]* ]] && printf -v name %q "$name"
            COMPREPLY+=("$before$name")
        fi
    done <"$_majix_index/folders"
}

_majix_names() {
    local before=$1 typed=$2 name
    [[ -r $_majix_saved ]] || return
    while IFS= read -r name; do
        [[ $name == [!#]*:* ]] && _majix_add "$before" "$typed" "${name%%:*}"
    done <"$_majix_saved"
}

_majix_value() {
    case $1 in
        -f | --rcfile) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$3") ;;
        -o | --mfolder | --directory) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$3") ;;
        --format) _majix_add "$2" "$3" raw excerpt paths msgid json csv ;;
        --sort) _majix_add "$2" "$3" {,-}{date,size,from,subject,thread,relevance} ;;
        --group-by) _majix_add "$2" "$3" from domain month folder list thread ;;
        --color) _majix_add "$2" "$3" auto always never ;;
        --exec) mapfile -t COMPREPLY < <(compgen -c -- "$3") ;;
        *) return 1 ;;
    esac
}

_majix_query() {
    local not='' key=${1%%:*}
    case $1 in
        *:\~*) not=\~ ;;
    esac
    local before=$key:$not typed=${1#"$key:$not"}
    case $key in
        p | path) _majix_folders "$before" "$typed" ;;
        q) _majix_names "$before" "$typed" ;;
        F | flag) _majix_add "$before" "$typed" {,-}{s,r,f,d,t,p,l} ;;
        d | date) _majix_add "$before" "$typed" today yesterday 1w- 1m- 1y- ;;
    esac
}

# The options of a subcommand; those of searches for any other word.
_majix_options_of() {
    case $1 in
        init) echo -f --rcfile --sample -h --help ;;
        save) echo -f --rcfile -t --threads -tt -o --mfolder --delete -h --help ;;
        saved) echo -f --rcfile --format=json -h --help ;;
        show) echo -f --rcfile --headers --color -h --help ;;
        extract) echo -f --rcfile -o --directory --list --part -h --help ;;
        status) echo -f --rcfile --format=json -h --help ;;
        check) echo -f --repair -h --help ;;
        addresses) echo -f --rcfile --me --limit --format=json -h --help ;;
        serve) echo -f --rcfile --idle -h --help ;;
        up | shell | mutt-macros) echo -f --rcfile -h --help ;;
        fields | help) echo -h --help ;;
        thread) echo -f --rcfile --format=json --limit --offset --color -h --help ;;
        *) echo $_majix_options ;;
    esac
}

_majix() {
    local line=${COMP_LINE:0:COMP_POINT} cur prev rc='' i sub=''
    cur=${line##*[[:blank:]]}
    prev=${line%"$cur"}
    prev=${prev%"${prev##*[![:blank:]]}"}
    prev=${prev##*[[:blank:]]}
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            -f | --rcfile) rc=${COMP_WORDS[i + 1]} && [[ $rc == = ]] && rc=${COMP_WORDS[i + 2]} ;;
        esac
    done
    [[ ${COMP_WORDS[0]##*/} != mairix ]] && ((COMP_CWORD > 1)) && sub=${COMP_WORDS[1]}
    # names are all that it takes
    [[ $sub == save && " ${COMP_WORDS[*]} " == *' --delete '* ]] && sub=up
    COMPREPLY=()
    local _majix_base _majix_index _majix_saved
    _majix_look "$rc"
    if [[ $cur == --*=* ]]; then
        _majix_value "${cur%%=*}" "${cur%%=*}=" "${cur#*=}"
    elif [[ $cur == -* ]]; then
        _majix_add '' "$cur" $(_majix_options_of "$sub")
    elif _majix_value "$prev" '' "$cur"; then
        :
    else
        case $sub in
            help) _majix_add '' "$cur" $_majix_topics ;;
            up) _majix_names '' "$cur" ;;
            init) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
            *)
                if [[ $cur == *:* ]]; then
                    _majix_query "$cur"
                else
                    ((COMP_CWORD == 1)) && [[ ${COMP_WORDS[0]##*/} != mairix ]] &&
                        _majix_add '' "$cur" $_majix_subcommands
                    _majix_add '' "$cur" $_majix_keys
                fi
                ;;
        esac
    fi
    case ${COMPREPLY[0]-} in
        *: | --*=) ((${#COMPREPLY[@]} == 1)) && compopt -o nospace ;;
    esac
    # readline replaces only what stands behind the last colon or equals sign
    if [[ $cur == *[:=]* ]]; then
        local head=${cur%"${cur##*[:=]}"}
        COMPREPLY=("${COMPREPLY[@]#"$head"}")
    fi
}

complete -F _majix majix mairix
