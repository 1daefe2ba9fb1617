using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Messaging;

public sealed class SendMailTests
{
    static readonly MailId Mail = Some.Id<MailId>(1);
    static readonly Letter Letter = new("Hello", "text", "<p>text</p>");
    readonly FakeDispatcher dispatcher = new FakeDispatcher().On<SettleMail>();
    readonly FakeTransport transport = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_left_or_is_kept_is_settled_so(bool kept)
    {
        transport.Outcome = kept ? new MailOutcome.Kept() : new MailOutcome.Accepted();
        await Send(new ReadMail.Due("ana@exemplu.ro", Letter));
        Assert.Equal(kept, Assert.Single(dispatcher.Sent<SettleMail>()).Kept);
    }

    [Fact]
    public async Task A_refusal_and_a_server_away_are_thrown_to_the_queue_and_nothing_is_settled()
    {
        transport.Outcome = new MailOutcome.Refused("550");
        Assert.Equal(ErrorKind.Refused, (await Assert.ThrowsAsync<RuleBrokenException>(() => Send(new ReadMail.Due("a@b.ro", Letter)))).Error.Kind);
        transport.Outcome = new MailOutcome.Unavailable("away");
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(() => Send(new ReadMail.Due("a@b.ro", Letter)))).Error.Kind);
        Assert.Empty(dispatcher.Sent<SettleMail>());
    }

    [Fact]
    public async Task What_has_left_does_not_leave_again()
    {
        await Send(null);
        Assert.Equal(0, transport.Sent);
    }

    Task<Done> Send(ReadMail.Due? due) =>
        new SendMail.Handler(dispatcher.Tell<ReadMail, ReadMail.Due?>(due), transport).Handle(new(Mail), TestContext.Current.CancellationToken);

    sealed class FakeTransport : IMailTransport
    {
        public MailOutcome Outcome { get; set; } = new MailOutcome.Accepted();

        public int Sent { get; private set; }

        public Task<MailOutcome> Send(MailId id, string to, Letter letter, CancellationToken ct)
        {
            Sent++;
            return Task.FromResult(Outcome);
        }
    }
}
