using System.Net.Mail;
using System.Text;
using InvoiceSync.Audit;
using InvoiceSync.Cli.Audit;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Tests.Cli.Audit;

/// <summary>A mailed checkpoint is read back from whatever became of the letter.</summary>
public sealed class MailedAnchorsTests
{
    static readonly MadeLog Log = MadeLog.Of(6, [3, 6]);

    public static TheoryData<string, Func<string, string>> Ways => new()
    {
        { "as it is", letter => letter },
        { "with ends of lines as mails have them", letter => letter.ReplaceLineEndings("\r\n") },
        { "quoted", letter => string.Concat(letter.Split('\n').Select(line => $"> > {line}\n")) },
        { "in quoted-printable", letter => $"Subject: x\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{Printable(letter)}" },
        { "in base64", letter => $"Content-Type: multipart/alternative\nContent-Transfer-Encoding: base64\nContent-Type: text/plain\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(letter), Base64FormattingOptions.InsertLineBreaks)}\n\n--end\n" },
        { "as the mail program of our own library writes it", Written },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_letter_is_read_back_however_it_was_kept(string way, Func<string, string> keep)
    {
        var anchors = AnchorLines.Read(keep(Letter(Log, 1)));
        Assert.True(anchors.Count == 1, way);
        var verdict = await Log.Verified(anchors);
        Assert.Equal((1, 0), (verdict.Anchors, verdict.Problems.Count));
    }

    [Fact]
    public async Task Letters_of_many_days_in_one_file_are_all_read_and_find_a_rewritten_log()
    {
        var anchors = AnchorLines.Read(Letter(Log, 0) + Letter(Log, 1));
        Assert.Equal([3L, 6L], anchors.Select(a => a.Size));
        var rewritten = MadeLog.Of(6, [3, 6], story: "looked away");
        Assert.NotEmpty((await rewritten.Verified(anchors)).Problems);
        Assert.NotEmpty((await MadeLog.Of(5, [3]).Verified(anchors)).Problems);
    }

    [Fact]
    public void A_block_that_was_cut_or_changed_is_no_anchor()
    {
        Assert.Throws<UsageException>(() => AnchorLines.Read(Letter(Log, 0).Replace("-----END", "-----", StringComparison.Ordinal)));
        Assert.Throws<UsageException>(() => AnchorLines.Read("-----BEGIN INVOICESYNC AUDIT ANCHOR-----\nbm8ganNvbg\n-----END INVOICESYNC AUDIT ANCHOR-----"));
    }

    static string Letter(MadeLog log, int checkpoint) => $"Bună ziua,\n\nAceasta este starea semnată = 100%.\n\n{AnchorText.Block(log.Checkpoints[checkpoint])}\n\nhttps://example.com\n";

    static string Printable(string text)
    {
        var lines = text.Replace("=", "=3D", StringComparison.Ordinal).Split('\n');
        return string.Join("\r\n", lines.Select(line => string.Join("=\r\n", line.Chunk(40).Select(part => new string(part)))));
    }

    static string Written(string letter)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder })
        using (var mail = new MailMessage("a@example.com", "b@example.com", "x", letter) { BodyEncoding = Encoding.UTF8 })
        {
            mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString($"<pre>{letter}</pre>", Encoding.UTF8, "text/html"));
            client.Send(mail);
        }

        var text = File.ReadAllText(Directory.GetFiles(folder).Single());
        Directory.Delete(folder, recursive: true);
        return text;
    }
}
