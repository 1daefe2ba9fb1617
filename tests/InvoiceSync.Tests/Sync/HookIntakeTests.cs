using System.Collections.Concurrent;
using System.Data.Common;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;

namespace InvoiceSync.Tests.Sync;

public sealed class HookIntakeTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    readonly FakeInbox inbox = new();

    [Fact]
    public async Task A_sender_is_answered_only_after_its_notice_is_stored()
    {
        inbox.Close();
        var sending = Intake().Accept(Notice("evt_1"), Ct);
        await inbox.Reached();
        Assert.False(sending.IsCompleted);
        inbox.Open();
        await sending.WaitAsync(Patience, Ct);
        Assert.Equal(["evt_1"], inbox.Stored);
    }

    [Fact]
    public async Task A_thousand_senders_at_once_are_all_stored_once_in_fewer_commits()
    {
        var intake = Intake();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => Task.Run(() => intake.Accept(Notice($"evt_{n}"), Ct), Ct))).WaitAsync(Patience, Ct);
        Assert.Equal(1000, inbox.Stored.Distinct().Count());
        Assert.Equal(1000, inbox.Stored.Count);
        Assert.All(inbox.Batches, size => Assert.InRange(size, 1, 256));
    }

    [Fact]
    public async Task When_the_database_is_away_exactly_those_senders_are_told_and_the_next_are_stored()
    {
        var intake = Intake();
        inbox.Failure = new AwayException();
        Assert.Equal(ErrorKind.Unavailable, (await Refused(intake.Accept(Notice("evt_1"), Ct))).Kind);
        inbox.Failure = null;
        await intake.Accept(Notice("evt_2"), Ct).WaitAsync(Patience, Ct);
        Assert.Equal(["evt_2"], inbox.Stored);
    }

    [Fact]
    public async Task Whatever_breaks_in_the_store_the_writers_live_on()
    {
        var intake = Intake();
        inbox.Failure = new InvalidOperationException("a bug");
        for (var n = 0; n < 10; n++) Assert.Equal("inbox.unavailable", (await Refused(intake.Accept(Notice($"evt_{n}"), Ct))).Code);
        inbox.Failure = null;
        await intake.Accept(Notice("evt_10"), Ct).WaitAsync(Patience, Ct);
    }

    [Fact]
    public async Task One_notice_the_database_cannot_take_costs_the_others_nothing()
    {
        var intake = Intake();
        inbox.Close();
        // Both writers wait inside the store, so the rest gathers into one batch.
        Task[] first = [intake.Accept(Notice("evt_a"), Ct), intake.Accept(Notice("evt_b"), Ct)];
        inbox.Poison = "evt_7";
        var sendings = Enumerable.Range(0, 20).Select(n => intake.Accept(Notice($"evt_{n}"), Ct)).ToList();
        inbox.Open();
        await Task.WhenAll(first).WaitAsync(Patience, Ct);
        Assert.Equal("inbox.unavailable", (await Refused(sendings[7])).Code);
        await Task.WhenAll(sendings.Where((_, n) => n != 7)).WaitAsync(Patience, Ct);
        Assert.DoesNotContain("evt_7", inbox.Stored);
    }

    [Fact]
    public async Task When_the_queue_is_full_the_sender_is_told_at_once()
    {
        var intake = Intake();
        inbox.Close();
        var waiting = Enumerable.Range(0, 4096 + 2 * 256 + 1).Select(n => intake.Accept(Notice($"evt_{n}"), Ct)).ToList();
        // Whichever came while the writers had not yet taken their share: at least one is too many.
        var refused = await Refused(waiting.First(sending => sending.IsFaulted));
        Assert.Equal("inbox.unavailable", refused.Code);
        inbox.Open();
        Assert.All(waiting.Take(4096), sending => Assert.False(sending.IsFaulted));
    }

    [Fact]
    public async Task A_sender_that_goes_away_is_stored_all_the_same()
    {
        using var gone = new CancellationTokenSource();
        inbox.Close();
        var sending = Intake().Accept(Notice("evt_1"), gone.Token);
        await inbox.Reached();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        inbox.Open();
        await inbox.Finished().WaitAsync(Patience, Ct);
        Assert.Equal(["evt_1"], inbox.Stored);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    HookIntake Intake() => new(inbox, NullLogger<HookIntake>.Instance);

    static async Task<Error> Refused(Task sending) => (await Assert.ThrowsAsync<RuleBrokenException>(() => sending.WaitAsync(Patience, Ct))).Error;

    static InboxEntry Notice(string id) =>
        new(Some.Tenant, Some.Connection, new(id, "invoice.paid", "invoice", "in_1") { CreatedAt = Some.Noon }, "hook", ReadOnlyMemory<byte>.Empty, null, null, null, Some.Noon);

    sealed class AwayException() : DbException("away")
    {
        public override bool IsTransient => true;
    }

    sealed class CannotTakeException() : DbException("invalid byte sequence");

    sealed class FakeInbox : IInboxStore
    {
        readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource gate = Opened();

        public ConcurrentQueue<string> Stored { get; } = [];

        public ConcurrentQueue<int> Batches { get; } = [];

        public Exception? Failure { get; set; }

        public string? Poison { get; set; }

        public Task Reached() => reached.Task.WaitAsync(Patience, Ct);

        public Task Finished() => finished.Task;

        public void Close() => gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => gate.TrySetResult();

        public async Task Store(IReadOnlyList<InboxEntry> entries, CancellationToken ct)
        {
            reached.TrySetResult();
            await gate.Task;
            if (Failure is { } failure) throw failure;
            if (entries.Any(e => e.Envelope.EventId == Poison)) throw new CannotTakeException();
            Batches.Enqueue(entries.Count);
            foreach (var entry in entries) Stored.Enqueue(entry.Envelope.EventId);
            finished.TrySetResult();
        }

        static TaskCompletionSource Opened()
        {
            var open = new TaskCompletionSource();
            open.SetResult();
            return open;
        }
    }
}
