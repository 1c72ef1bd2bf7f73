using System.Net;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DisclosureBot.Desk;

/// <summary>The two forms in which the desk itself speaks: JSON to the page's code, a plain page to a person.</summary>
internal static class Answers
{
    public static IResult Ok<T>(T body, JsonTypeInfo<T> type) => Results.Json(body, type);

    public static IResult Problem(int status, string sentence) =>
        Results.Json(new Problem(sentence), DeskJson.Default.Problem, statusCode: status);

    /// <param name="link">An address and its words, where there is a way on.</param>
    public static IResult Page(int status, string title, string sentence, (string Href, string Text)? link = null) => Results.Content(
        $"""
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(title)}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/desk.css">
        <body class="plain">
        <main>
        <h1>{WebUtility.HtmlEncode(title)}</h1>
        <p>{WebUtility.HtmlEncode(sentence)}</p>
        {(link is { } way ? $"""<p><a class="button" target="_blank" rel="noopener" href="{WebUtility.HtmlEncode(way.Href)}">{WebUtility.HtmlEncode(way.Text)}</a></p>""" : "")}
        </main>
        </body>
        </html>

        """,
        "text/html; charset=utf-8", statusCode: status);
}

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PayloadJson : JsonSerializerContext;
