#!/usr/bin/env bash
# The GitHub action: prints the report and the annotations, writes outputs and step summary, ends with the check's status.
# Reads INPUT_* (see action.yml) and the runner's GITHUB_*. POLICYLINT_BIN names a binary to run instead of the one on PATH.
# Runs under bash 3.2, which macOS has: no mapfile, and no bare "${empty_array[@]}" under set -u.
set -euo pipefail

summary_file=${GITHUB_STEP_SUMMARY:-}
# The formats are asked for one by one below, so the tool need not adapt to the runner by itself.
unset GITHUB_ACTIONS GITHUB_STEP_SUMMARY

output() {
    printf '%s=%s\n' "$1" "$2" >>"${GITHUB_OUTPUT:-/dev/null}"
}

# Ends the step where there is nothing to run or to check.
fail() {
    local message=${1//'%'/%25}
    message=${message//$'\r'/%0D}
    printf '::error title=policylint::%s\n' "${message//$'\n'/%0A}"
    output exit-code 2
    output findings ''
    exit 2
}

trim() {
    local text=$1
    text=${text#"${text%%[![:space:]]*}"}
    printf '%s' "${text%"${text##*[![:space:]]}"}"
}

# A path of the working directory as seen from the root of the repository, so that annotations name files from there.
from_root() {
    case $1 in
        /* | [A-Za-z]:[/\\]*) printf '%s' "$1" ;;
        *) if [[ $folder == . ]]; then printf '%s' "$1"; else printf '%s/%s' "$folder" "$1"; fi ;;
    esac
}

fits_version() {
    [[ -z $version || "$("$1" --version 2>/dev/null)" == "policylint $version" ]]
}

build() {
    command -v cargo >/dev/null || fail 'policylint is not on PATH, nor is cargo, which could build it'
    local target=${RUNNER_TEMP:-$GITHUB_ACTION_PATH/target}/policylint
    # Not in the checked repository: its toolchain file and cargo settings are not meant for this build.
    (cd "$GITHUB_ACTION_PATH" && cargo build --quiet --release --locked --target-dir "$target") >&2 ||
        fail 'policylint could not be built; the log has the reason'
    policylint=$target/release/policylint
}

# Sets `policylint` to the command to run.
find_policylint() {
    policylint=${POLICYLINT_BIN:-}
    if [[ -z $policylint ]]; then
        policylint=$(command -v policylint || true)
        if [[ -z $policylint ]] || ! fits_version "$policylint"; then
            build
        fi
    fi
    fits_version "$policylint" || fail "policylint $version is asked for and not at hand; use the action at the tag v$version"
}

check() {
    "$policylint" check --format "$@" ${options[@]+"${options[@]}"} -- "${paths[@]}"
}

cd "${GITHUB_WORKSPACE:-.}"
folder=$(trim "${INPUT_WORKING_DIRECTORY:-.}")
folder=${folder%/}
version=$(trim "${INPUT_VERSION:-}")
version=${version#v}
[[ -d ${folder:=.} ]] || fail "working-directory: there is no folder $folder"

paths=()
while IFS= read -r line || [[ -n $line ]]; do
    line=$(trim "$line")
    [[ -z $line ]] || paths+=("$(from_root "$line")")
done <<<"${INPUT_PATHS:-.}"
((${#paths[@]})) || fail 'paths: no file or folder is named'

options=()
if [[ -n $(trim "${INPUT_ARGS:-}") ]]; then
    # xargs splits by a shell's rules of quoting and evaluates nothing.
    arguments=$(xargs printf '%s\n' <<<"$INPUT_ARGS") || fail 'args: a quote is not closed'
    while IFS= read -r argument; do
        options+=("$argument")
    done <<<"$arguments"
fi
[[ -z ${INPUT_CONFIG:-} ]] || options+=(--config "$(from_root "$(trim "$INPUT_CONFIG")")")
[[ -z ${INPUT_FAIL_ON:-} ]] || options+=(--fail-on "$(trim "$INPUT_FAIL_ON")")

find_policylint

# The report quotes the policy, whose text must not be taken for commands to the runner.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
status=0
printf '::stop-commands::%s\n' "$token"
check full --color always 2>&1 || status=$?
printf '\n::%s::\n' "$token"
check github 2>/dev/null || true

# Within JSON strings every quote is escaped, so this key can only be the report's own.
counts=$(check json 2>/dev/null | tr -d ' \t\r\n' | sed -n 's/.*"summary":{\([^}]*\)}.*/\1/p' || true)
count() {
    sed -n "s/.*\"$1\":\([0-9][0-9]*\).*/\1/p" <<<"$counts"
}
findings=
# Anything else than 0 and 1, such as 127 for a binary that is not there, is a run that failed; so is one without report.
((status <= 1)) && [[ -n $counts ]] || status=2
if [[ -n $counts ]]; then
    files=$(count files) errors=$(count errors) warnings=$(count warnings) notes=$(count notes)
    findings=$((errors + warnings + notes))
fi
output exit-code "$status"
output findings "$findings"

if [[ ${INPUT_SUMMARY:-true} == true && -n $summary_file ]]; then
    {
        printf '### policylint\n\n'
        if [[ -n $counts ]]; then
            printf '| files | errors | warnings | notes |\n| --: | --: | --: | --: |\n'
            printf '| %s | %s | %s | %s |\n\n' "$files" "$errors" "$warnings" "$notes"
        fi
        case $status in
            0) printf 'Passed.\n' ;;
            1) printf 'Failed: findings at or above the severity that fails the step. The log of the step shows them.\n' ;;
            *) printf 'The run itself failed, wholly or for some file. The log of the step has the reason.\n' ;;
        esac
    } >>"$summary_file"
fi
exit "$status"
