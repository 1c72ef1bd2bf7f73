#!/usr/bin/env bash
# Packs the Teams app: fills the bot's id and domain into the manifest and zips it with its icons.
#   manifest/pack.sh APP_ID DOMAIN [ZIP]
# or with MicrosoftAppId and BOT_DOMAIN in the environment. ZIP is manifest/DisclosureBot.zip unless named.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
id=${1:-${MicrosoftAppId:-}}
domain=${2:-${BOT_DOMAIN:-}}
zip=$(realpath -m "${3:-$here/DisclosureBot.zip}")

fail() { echo "pack.sh: $1" >&2; exit 1; }

[[ $id =~ ^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$ ]] || fail "the app id must be a GUID: pack.sh APP_ID DOMAIN"
[[ $id != 00000000-0000-0000-0000-000000000000 ]] || fail "the app id is still the placeholder"
[[ $domain =~ ^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$ ]] || fail "the domain must be a bare host name such as bot.contoso.com: pack.sh APP_ID DOMAIN"
command -v zip >/dev/null || fail "the program zip is not installed"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -e "s/00000000-0000-0000-0000-000000000000/$id/g" -e "s/bot\.example\.com/$domain/g" "$here/manifest.json" > "$work/manifest.json"
cp "$here/color.png" "$here/outline.png" "$work/"
rm -f "$zip"
(cd "$work" && zip -q -X "$zip" manifest.json color.png outline.png)
echo "$zip"
