using System.Globalization;
using System.Net;
using System.Text;
using PlanTracker.Domain.News;

namespace PlanTracker.Reports.News;

/// <summary>An issue as an e-mail: one table, styles in place, no script, nothing fetched.</summary>
internal static class IssueMail
{
    private const string Font = "font-family:Arial,Helvetica,sans-serif;color:#17212e;";

    public static string Html(IssuePaper paper, INewsMarkdown markdown)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Text(paper.Name)}</title></head>
            <body style="margin:0;background:#f3f5f7;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:16px;">
            <table role="presentation" width="640" cellpadding="0" cellspacing="0" style="max-width:640px;width:100%;background:#ffffff;border:1px solid #dfe4ea;">
            <tr><td style="background:#103a5c;padding:18px 24px;{Font}color:#ffffff;"><h1 style="margin:0;font-size:20px;">{Text(paper.Name)}</h1>
            """);
        if (paper.Title is not null)
            html.Append(CultureInfo.InvariantCulture, $"""<p style="margin:6px 0 0;font-size:16px;">{Text(paper.Title)}</p>""");
        html.Append(CultureInfo.InvariantCulture, $"""<p style="margin:6px 0 0;font-size:13px;">{IssueWords.About(paper)}{(paper.IsSample ? " · Dữ liệu mẫu" : "")}</p></td></tr>""");
        foreach (var item in paper.Items)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <tr><td style="padding:18px 24px;border-top:1px solid #dfe4ea;{Font}font-size:15px;line-height:1.6;"><h2 style="margin:0 0 8px;font-size:18px;">{Text(item.Title)}</h2>
                {markdown.Html(item.Body)}
                <p style="margin:8px 0 0;text-align:right;font-weight:bold;">{Text(item.AuthorLine)}</p></td></tr>
                """);
        }
        if (paper.Link is { } link)
            html.Append(CultureInfo.InvariantCulture, $"""<tr><td style="padding:14px 24px;border-top:1px solid #dfe4ea;{Font}font-size:13px;">Đọc trên mạng: <a href="{Text(link)}">{Text(link)}</a></td></tr>""");
        return html.Append("</table></td></tr></table></body></html>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
