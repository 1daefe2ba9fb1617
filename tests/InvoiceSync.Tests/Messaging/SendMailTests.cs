using InvoiceSync.Kernel;
using InvoiceSync.Messaging;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Messaging;

public sealed class SendMailTests
{
    static readonly MailId Mail = Some.Id<MailId>(1);
    static readonly OutgoingMail Words = new(Mail, "ana@exemplu.ro", [], new("Hello", "text", "<p>text</p>"));
    static readonly MailServer Own = new("smtp.example.com", 587, MailSafety.StartTls);
    readonly TestClock clock = new();
    readonly FakeDispatcher dispatcher = new FakeDispatcher().On<SettleMail>().On<BeginMail>();
    readonly FakeTransport transport = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_notice_that_left_or_is_kept_is_settled_so(bool kept)
    {
        transport.Outcome = kept ? new MailOutcome.Kept() : new MailOutcome.Accepted("250 ok");
        await Send(Notice);
        Assert.Equal(kept ? MailState.Kept : MailState.Sent, Assert.Single(dispatcher.Sent<SettleMail>()).State);
    }

    [Fact]
    public async Task A_notice_refused_or_with_its_server_away_is_thrown_to_the_queue_and_nothing_is_settled()
    {
        transport.Outcome = new MailOutcome.Refused(MailProblem.Recipient, "550");
        Assert.Equal(ErrorKind.Refused, (await Assert.ThrowsAsync<RuleBrokenException>(() => Send(Notice))).Error.Kind);
        transport.Outcome = new MailOutcome.Unavailable(MailProblem.Unreachable, "away");
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(() => Send(Notice))).Error.Kind);
        Assert.Empty(dispatcher.Sent<SettleMail>());
    }

    [Fact]
    public async Task What_has_left_does_not_leave_again()
    {
        await Send(null);
        Assert.Equal(0, transport.Sent);
    }

    [Fact]
    public async Task A_customers_mail_refused_for_good_has_failed_at_once_and_says_why()
    {
        transport.Outcome = new MailOutcome.Refused(MailProblem.Recipient, "550 no such mailbox");
        await Send(Customers);
        var settled = Assert.Single(dispatcher.Sent<SettleMail>());
        Assert.Equal((MailState.Failed, MailProblem.Recipient, "550 no such mailbox"), (settled.State, settled.Problem, settled.Answer));
    }

    [Fact]
    public async Task A_server_that_is_busy_is_noted_and_tried_again_for_two_days_and_no_longer()
    {
        transport.Outcome = new MailOutcome.Unavailable(MailProblem.Busy, "450 later");
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(() => Send(Customers))).Error.Kind);
        Assert.Equal(MailState.Queued, Assert.Single(dispatcher.Sent<SettleMail>()).State);

        await Send(Customers with { QueuedAt = clock.GetUtcNow() - SendMail.Patience - TimeSpan.FromSeconds(1) });
        Assert.Equal(MailState.Failed, dispatcher.Sent<SettleMail>().Last().State);
    }

    [Fact]
    public async Task What_an_earlier_try_handed_over_and_never_told_of_is_not_sent_again_but_called_unsure()
    {
        await Send(Customers with { Began = true });
        Assert.Equal((0, MailState.Unsure), (transport.Sent, Assert.Single(dispatcher.Sent<SettleMail>()).State));
        // A letter that opens a door is better twice than never.
        await Send(Notice with { Began = true });
        Assert.Equal(1, transport.Sent);
    }

    [Fact]
    public async Task An_answer_that_was_lost_after_the_words_makes_it_unsure()
    {
        transport.Outcome = new MailOutcome.Unsure("cut");
        await Send(Customers);
        Assert.Equal(MailState.Unsure, Assert.Single(dispatcher.Sent<SettleMail>()).State);
    }

    [Fact]
    public async Task A_company_without_any_server_has_failed_mails_with_a_cure_and_a_practice_company_keeps_them()
    {
        transport.HasOwn = false;
        await Send(Customers, new FindMailRoute.Route(null, new(null, "Firma")));
        await Send(Customers, new FindMailRoute.Route(null, new(null, "Firma"), Kept: true));
        Assert.Equal([(MailState.Failed, MailProblem.ServerMissing), (MailState.Kept, (MailProblem?)null)], dispatcher.Sent<SettleMail>().Select(s => (s.State, s.Problem)));
        Assert.Equal(0, transport.Sent);
    }

    [Fact]
    public async Task A_customers_mail_goes_by_the_companys_server_and_a_notice_by_the_houses()
    {
        await Send(Customers);
        Assert.Equal((Own, "Firma"), (transport.Server, transport.Mail?.From?.Name));
        await Send(Notice);
        Assert.Equal((null, null), (transport.Server, transport.Mail?.From));
    }

    [Fact]
    public async Task A_mail_goes_with_its_papers()
    {
        await Send(Customers, papers: _ => new([Paper]));
        Assert.Equal([Paper], transport.Mail!.Enclosures);
        Assert.Null(Assert.Single(dispatcher.Sent<SettleMail>()).Problem);
    }

    [Fact]
    public async Task While_a_paper_cannot_be_made_yet_a_mail_waits_and_says_so()
    {
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(() => Send(Customers, papers: Busy))).Error.Kind);
        var settled = Assert.Single(dispatcher.Sent<SettleMail>());
        Assert.Equal((0, MailState.Queued, MailProblem.PaperLate), (transport.Sent, settled.State, settled.Problem));
    }

    [Fact]
    public async Task After_some_minutes_it_goes_without_that_paper_and_says_so()
    {
        await Send(Waited(SendMail.PaperPatience) with { Problem = MailProblem.PaperLate }, papers: Busy);
        var settled = Assert.Single(dispatcher.Sent<SettleMail>());
        Assert.Equal((1, MailState.Sent, MailProblem.WithoutPaper), (transport.Sent, settled.State, settled.Problem));
        Assert.Empty(transport.Mail!.Enclosures);
    }

    [Fact]
    public async Task A_mail_that_waited_for_its_server_waits_for_its_paper_too()
    {
        await Assert.ThrowsAsync<RuleBrokenException>(() => Send(Waited(SendMail.PaperPatience) with { Problem = MailProblem.Unreachable }, papers: Busy));
        Assert.Equal(0, transport.Sent);
    }

    [Fact]
    public async Task Where_nothing_can_make_a_paper_it_goes_at_once_without_and_says_so()
    {
        await Send(Customers, papers: _ => new([], IsWhole: false));
        Assert.Equal((1, MailProblem.WithoutPaper), (transport.Sent, Assert.Single(dispatcher.Sent<SettleMail>()).Problem));
    }

    [Fact]
    public async Task A_paper_that_is_refused_for_good_or_for_two_days_fails_the_mail()
    {
        await Send(Customers, papers: _ => throw new RuleBrokenException(Error.NotFound("invoice.not_found", "Gone.")));
        await Send(Waited(SendMail.Patience), papers: _ => throw Away);
        Assert.Equal(0, transport.Sent);
        Assert.All(dispatcher.Sent<SettleMail>(), settled => Assert.Equal((MailState.Failed, MailProblem.PaperMissing), (settled.State, settled.Problem)));
    }

    [Fact]
    public async Task A_mail_that_has_no_point_any_more_does_not_leave_and_says_so()
    {
        await Send(Customers, papers: _ => throw new RuleBrokenException(Error.Refused("reminder.nothing_open", "Paid.")));
        var settled = Assert.Single(dispatcher.Sent<SettleMail>());
        Assert.Equal((0, MailState.Failed, MailProblem.Outdated), (transport.Sent, settled.State, settled.Problem));
    }

    static readonly Enclosure Paper = new("A-1.pdf", "application/pdf", new byte[] { 1 });

    static RuleBrokenException Away => new(Error.Unavailable("printer.busy", "Later."));

    static Enclosures Busy(bool whole) => whole ? throw Away : new([], IsWhole: false);

    ReadMail.Due Waited(TimeSpan patience) => Customers with { QueuedAt = clock.GetUtcNow() - patience - TimeSpan.FromSeconds(1) };

    ReadMail.Due Notice => new(Words, MailKind.Notice, null, false, clock.GetUtcNow());

    ReadMail.Due Customers => new(Words, MailKind.Invoice, "inv_1", false, clock.GetUtcNow());

    Task<Done> Send(ReadMail.Due? due, FindMailRoute.Route? route = null, Func<bool, Enclosures>? papers = null)
    {
        var answers = dispatcher.Tell<ReadMail, ReadMail.Due?>(due).Tell<FindMailRoute, FindMailRoute.Route>(route ?? new(Own, new("facturi@firma.example", "Firma")));
        return new SendMail.Handler(answers, transport, papers is null ? [] : [new FakeFollower(papers)], clock).Handle(new(Mail), TestContext.Current.CancellationToken);
    }

    sealed class FakeFollower(Func<bool, Enclosures> papers) : IFollowMail
    {
        public MailKind Kind => MailKind.Invoice;

        public Task<Enclosures> Enclose(string about, bool whole, CancellationToken ct) => Task.FromResult(papers(whole));

        public Task Hear(MailFate fate, CancellationToken ct) => Task.CompletedTask;
    }

    sealed class FakeTransport : IMailTransport
    {
        public MailOutcome Outcome { get; set; } = new MailOutcome.Accepted("250 ok");

        public bool HasOwn { get; set; } = true;

        public int Sent { get; private set; }

        public MailServer? Server { get; private set; }

        public OutgoingMail? Mail { get; private set; }

        public bool MayCall(string host, int port) => true;

        public Task<MailOutcome> Send(OutgoingMail mail, MailServer? server, Func<CancellationToken, Task> sending, CancellationToken ct)
        {
            (Sent, Server, Mail) = (Sent + 1, server, mail);
            return Task.FromResult(Outcome);
        }
    }
}
