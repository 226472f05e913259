using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Text;
using PlanTracker.Domain.Reminders;

namespace PlanTracker.Api.Hosting;

/// <summary>The mail server (settings <c>Mail__Host</c> and beside it).</summary>
/// <param name="Host">Name of the server; null for none: reminders are then read in the program only.</param>
/// <param name="Port">Port; 25 by default, 587 with TLS.</param>
/// <param name="From">Sender's address.</param>
/// <param name="FromName">Sender's name.</param>
/// <param name="UsesTls">Whether the connection is encrypted (STARTTLS).</param>
/// <param name="User">User of the server; null for none.</param>
/// <param name="Password">Password of the user.</param>
internal sealed record MailSettings(string? Host, int Port, string From, string FromName, bool UsesTls, string? User, string? Password)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="StartRefusedException">One is wrong.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        var mail = configuration.GetSection("Mail");
        if (string.IsNullOrWhiteSpace(mail["Host"]))
            return new(null, 0, "", "", false, null, null);
        var usesTls = mail["Tls"] is not { Length: > 0 } tls || (bool.TryParse(tls, out var on) ? on : throw new StartRefusedException($"Mail__Tls là '{tls}'; chỉ nhận true hoặc false."));
        var port = mail["Port"] is not { Length: > 0 } text ? (usesTls ? 587 : 25)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 65535 ? number
            : throw new StartRefusedException($"Mail__Port là '{text}'; cần một số từ 1 đến 65535.");
        if (!MailAddress.TryCreate(mail["From"], out var from))
            throw new StartRefusedException("Mail__From cần là địa chỉ thư của bên gửi, ví dụ cchc@cantho.gov.vn.");
        return new(mail["Host"], port, from.Address, mail["FromName"] ?? "Theo dõi kế hoạch tuyên truyền CCHC", usesTls, mail["User"], mail["Password"]);
    }
}

/// <summary>Mails through the framework's client, one connection per mail. Addresses and errors go to the log of reminders, the password nowhere.</summary>
internal sealed class SmtpMailer(MailSettings settings) : IMailer
{
    private const int TimeoutMilliseconds = 20_000;

    /// <inheritdoc/>
    public bool IsConfigured => settings.Host is not null;

    /// <inheritdoc/>
    public async Task<string?> Send(string to, string name, string subject, string body, CancellationToken cancel)
    {
        try
        {
            using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UsesTls, Timeout = TimeoutMilliseconds };
            if (settings.User is { Length: > 0 } user)
                client.Credentials = new NetworkCredential(user, settings.Password);
            using var message = new MailMessage(new MailAddress(settings.From, settings.FromName, Encoding.UTF8), new MailAddress(to, name, Encoding.UTF8))
            {
                Subject = subject.ReplaceLineEndings(" "),
                SubjectEncoding = Encoding.UTF8,
                Body = body,
                BodyEncoding = Encoding.UTF8,
                IsBodyHtml = false,
            };
            message.Headers.Add("Auto-Submitted", "auto-generated");
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(TimeoutMilliseconds);
            await client.SendMailAsync(message, limit.Token);
            return null;
        }
        catch (Exception fault) when (fault is SmtpException or FormatException or ArgumentException or IOException or InvalidOperationException)
        {
            return fault.InnerException is { } inner ? $"{fault.Message} {inner.Message}" : fault.Message;
        }
        catch (OperationCanceledException)
        {
            return "Máy chủ thư không trả lời trong 20 giây.";
        }
    }
}
