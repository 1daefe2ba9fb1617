using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Security.Authentication;
using System.Text;
using InvoiceSync.Messaging;

namespace InvoiceSync.Connectors.Smtp;

/// <summary>
/// One connection a mail: the queue keeps the pace. A reply of 5xx about the recipient or the letter is a refusal; whatever
/// else goes wrong passes by itself or is mended by whoever keeps the server, so it is tried again.
/// </summary>
sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    public async Task<MailOutcome> Send(MailId id, string to, Letter letter, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.Patience);
        using var message = Message(id, to, letter);
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.StartTls, DeliveryFormat = SmtpDeliveryFormat.International };
        if (settings.User is { Length: > 0 } user) client.Credentials = new NetworkCredential(user, settings.Password);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return new MailOutcome.Accepted();
        }
        catch (SmtpException failure) when (IsRefusal(failure.StatusCode))
        {
            return new MailOutcome.Refused($"{(int)failure.StatusCode} {failure.StatusCode}");
        }
        catch (Exception failure) when (failure is SmtpException or AuthenticationException or IOException or FormatException)
        {
            return new MailOutcome.Unavailable(failure.InnerException?.Message ?? failure.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new MailOutcome.Unavailable($"no answer within {settings.Patience.TotalSeconds:0} s");
        }
    }

    // 530 and 535 are about us, not about the mail: wrong password, or the server wants TLS.
    static bool IsRefusal(SmtpStatusCode code) => (int)code is >= 550 and < 600;

    MailMessage Message(MailId id, string to, Letter letter)
    {
        var from = new MailAddress(settings.From, settings.FromName, Encoding.UTF8);
        var message = new MailMessage(from, new MailAddress(to)) { Subject = letter.Subject, SubjectEncoding = Encoding.UTF8, Body = letter.Text, BodyEncoding = Encoding.UTF8 };
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        message.Headers.Add("Message-ID", $"<{id}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
