# Completion of majix for fish: put it into ~/.config/fish/completions. Nothing is started: folders stand in the file
# "folders" beside the index, which indexing runs write, saved searches in a file beside the rc file.

# Prints the value of a directive of the rc file, or the file's name.
function __majix_rc
    set -l rc
    set -l words (commandline -opc)
    for i in (seq (count $words))
        if contains -- $words[$i] -f --rcfile
            set rc (string replace -r '^~/' "$HOME/" -- $words[(math $i + 1)])
        end
    end
    test -z "$rc"; and set rc $MAJIXRC
    test -z "$rc"; and set rc $HOME/.mairixrc
    if not test -e "$rc"
        set rc $HOME/.config/majix/majixrc
        test -n "$XDG_CONFIG_HOME"; and set rc $XDG_CONFIG_HOME/majix/majixrc
    end
    if test "$argv[1]" = file
        echo $rc
        return
    end
    test -r "$rc"; or return
    set -l value (string match -r -g -i "^\s*$argv[1]\s*=\s*(.*\S)" <$rc)[-1]
    string replace -r '^(~|\$HOME|\$\{HOME\})(?=/|$)' "$HOME" -- $value
end

function __majix_folders
    set -l index (__majix_rc database)
    test -d "$index.majix"; and set index $index.majix
    test -r "$index/folders"; or return
    set -l base (__majix_rc base)
    string replace -- "$base/" '' <$index/folders | string replace -r '^' "$argv[1]"
end

function __majix_names
    set -l saved (__majix_rc file).saved
    test -r $saved; or return
    string match -r -g '^([^#:][^:]*):' <$saved | string replace -r '^' "$argv[1]"
end

function __majix_query
    set -l typed (commandline -ct)
    switch $typed
        case 'p:*' 'path:*'
            __majix_folders (string match -r '^[^:]*:' -- $typed)
        case 'q:*'
            __majix_names q:
        case 'F:*' 'flag:*'
            printf '%s\n' (string match -r '^[^:]*:' -- $typed){,-}{s,r,f,d,t,p,l}
        case 'd:*' 'date:*'
            printf '%s\n' (string match -r '^[^:]*:' -- $typed){today,yesterday,1w-,1m-,1y-}
        case '*'
            printf '%s\n' $__majix_keys
    end
end

# Whether the word to be completed is the first.
function __majix_first
    test (count (commandline -opc)) = 1
end

function __majix_after
    set -l words (commandline -opc)
    test (count $words) -gt 1; and test "$words[2]" = $argv[1]
end

# Whether the options of searches are wanted.
function __majix_searches
    set -l words (commandline -opc)
    test (count $words) -lt 2; and return 0
    not contains -- $words[2] init save saved up show extract shell fields status check help addresses mutt-macros serve
end

function __majix_deletes
    __majix_after save; and contains -- --delete (commandline -opc)
end

complete -c majix -f
complete -c mairix -w majix
complete -c majix -n 'not __majix_after help; and not __majix_after up; and not __majix_deletes' -a '(__majix_query)'
complete -c majix -n '__majix_after up; or __majix_deletes' -a '(__majix_names)'
complete -c majix -n '__majix_after check' -l repair -d 'mend what is damaged'
complete -c majix -n '__majix_after save' -l delete -d 'take saved searches out of the list'
complete -c majix -n '__majix_after save' -s t -l threads -d 'its folder gets whole threads'
complete -c majix -n '__majix_after save' -s o -l mfolder -x -a '(__fish_complete_directories)' -d 'its folder'
complete -c majix -n '__majix_after saved; or __majix_after status; or __majix_after addresses' -l format -x -a json -d 'print objects'
complete -c majix -n '__majix_after show' -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c majix -n '__majix_after addresses' -l limit -x -d 'so many at most'
complete -c majix -n '__majix_after init' -l sample -d 'write an archive of invented mail'
complete -c majix -n '__majix_after show' -l headers -d 'all headers'
complete -c majix -n '__majix_after extract' -l list -d 'list all parts'
complete -c majix -n '__majix_after extract' -l part -x -d 'save this part'
complete -c majix -n '__majix_after extract' -s o -l directory -x -a '(__fish_complete_directories)' -d 'save here'
complete -c majix -n '__majix_after addresses' -l me -x -d 'your own addresses'
complete -c majix -n '__majix_after serve' -l idle -x -d 'end when nobody asked for so many seconds'
complete -c majix -n '__majix_after init' -a '(__fish_complete_directories)'

# BEGIN generated: fish
set -g __majix_keys t: to: c: cc: f: from: a: address: r: s: subject: b: body: n: attachment: m: id: p: path: d: date: z: size: F: flag: q: query:
complete -c majix -n __majix_first -a init -d 'set up for your mail (majix init --sample: for invented mail)'
complete -c majix -n __majix_first -a thread -d 'draw the threads of the hits as trees'
complete -c majix -n __majix_first -a save -d 'give a search a name, and a folder; majix saved lists them'
complete -c majix -n __majix_first -a saved -d 'lists them'
complete -c majix -n __majix_first -a up -d 'bring the folders of saved searches up to date'
complete -c majix -n __majix_first -a show -d 'print the N-th hit of a query, safely (also: PATH, mid:MESSAGE-ID)'
complete -c majix -n __majix_first -a extract -d 'save attachments (--list: what there is)'
complete -c majix -n __majix_first -a shell -d 'type queries, see hits at once'
complete -c majix -n __majix_first -a fields -d 'what can be searched for'
complete -c majix -n __majix_first -a status -d 'how old and how large the index is, what it holds and lacks'
complete -c majix -n __majix_first -a check -d 'whether the index is damaged; --repair mends it'
complete -c majix -n __majix_first -a help -d 'show a manual page: majix, query, rc or json'
complete -c majix -n __majix_first -a addresses -d 'addresses in your mail, for mutts query_command'
complete -c majix -n __majix_first -a mutt-macros -d 'macros for mutt and neomutt: majix mutt-macros >> ~/.muttrc'
complete -c majix -n __majix_first -a serve -d 'stay and answer searches at once (resident mode, majix(1))'
complete -c majix -s f -l rcfile -r -F -d 'use this rc file (else $MAJIXRC, ~/.mairixrc, ~/.config/majix/majixrc)'
complete -c majix -n __majix_searches -s v -l verbose -d 'say more'
complete -c majix -n __majix_searches -s V -l version -d 'say which majix this is'
complete -c majix -s h -l help -d 'say this'
complete -c majix -n __majix_searches -s t -l threads -d 'add all messages of the threads hit'
complete -c majix -n __majix_searches -o tt -d 'as well, and flag the hits among them'
complete -c majix -n __majix_searches -s a -l augment -d 'keep what the result folder holds, add to it'
complete -c majix -n __majix_searches -s r -l raw-output -d 'print where the hits lie'
complete -c majix -n __majix_searches -s x -l excerpt-output -d 'print a few headers of each hit'
complete -c majix -n __majix_searches -s o -l mfolder -x -a '(__fish_complete_directories)' -d 'write the hits into this folder'
complete -c majix -n __majix_searches -s H -l force-hardlinks -d 'hard links instead of symbolic links'
complete -c majix -n __majix_searches -l force -d 'write into a folder that holds something else, beside it'
complete -c majix -n __majix_searches -l explain -d 'show how the query is understood and what each part of it finds'
complete -c majix -n __majix_searches -l narrow -d 'search in what the result folder holds'
complete -c majix -n __majix_searches -l typed -x -d 'options and expressions in one piece, as typed at a prompt'
complete -c majix -n __majix_searches -l same -x -d 'the thread of the message on standard input, or more from its sender (from)'
complete -c majix -n __majix_searches -l neomutt -x -d 'print Message-IDs for neomutts external_search_command'
complete -c majix -n __majix_searches -l format -x -a 'raw excerpt paths msgid json csv' -d 'print the hits as raw, excerpt, paths, msgid, json, csv, %d %f %s'
complete -c majix -n __majix_searches -s 0 -l null -d 'end each result with NUL, not with a line end'
complete -c majix -n __majix_searches -l sort -x -a '{,-}{date,size,from,subject,thread,relevance}' -d 'by date, size, from, subject, relevance or thread; -KEY the other way round'
complete -c majix -n __majix_searches -l limit -x -d 'only N hits; leave out the first N'
complete -c majix -n __majix_searches -l offset -x -d 'only N hits; leave out the first N'
complete -c majix -n __majix_searches -l count -d 'print how many hits there are'
complete -c majix -n __majix_searches -l group-by -x -a 'from domain month folder list thread' -d 'how many hits by from, domain, month, folder, list or thread'
complete -c majix -n __majix_searches -l exec -x -a '(__fish_complete_command)' -d 'run a command with the hits as files; with \; at the end, for each of them'
complete -c majix -n __majix_searches -l snippets -d 'show why each message was found, with the words hit'
complete -c majix -n __majix_searches -l color -x -a 'auto always never' -d 'auto, always or never'
complete -c majix -n __majix_searches -s F -l fast-index -d 'trust the times of Maildir and MH folders'
complete -c majix -n __majix_searches -s p -l purge -d 'merge the index tight'
complete -c majix -n __majix_searches -l up -d 'then bring the folders of saved searches up to date'
complete -c majix -n __majix_searches -l wait -x -d 'how long to wait for another indexing run (10)'
complete -c majix -n __majix_searches -s d -l dump -d 'print what the index holds'
complete -c majix -n '__majix_after help' -a 'majix query rc json'
# END generated
