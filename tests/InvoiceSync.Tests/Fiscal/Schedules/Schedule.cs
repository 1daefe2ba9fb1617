using InvoiceSync.Fiscal;
using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>
/// One seeded schedule: sales at both providers, worked off by the real steps on up to three nodes at once, step by step in an order the dice choose. Workers
/// are killed between any two messages, work is delivered twice, clocks jump, a bookkeeper writes by hand and a person answers what they are asked.
/// </summary>
sealed class Schedule : IDispatcher
{
    const int MostTurns = 60_000;
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    readonly Dice dice;
    readonly ScheduledAnaf anaf;
    readonly ScheduledBooks books;
    readonly ScheduledStore store;
    readonly FiscalDoor door;
    readonly FiscalPace pace = new();
    readonly CallerHolder who = new() { Caller = Caller.System(Some.Tenant, "system") };
    readonly List<TaskCompletionSource> turns = [];
    readonly TestClock truth = new();
    TimeSpan jump;

    public Schedule(int seed, Sabotage sabotage)
    {
        dice = new(seed);
        (anaf, books) = (new(dice, truth.GetUtcNow), new(dice, truth.GetUtcNow));
        FiscalProviders providers = new([anaf, books]);
        store = new(OurTime, providers, pace, sabotage);
        var services = new ServiceCollection().AddScoped<CallerHolder>().AddScoped<IDispatcher>(_ => this).BuildServiceProvider();
        door = new(new(services.GetRequiredService<IServiceScopeFactory>()), providers, null!, new());
        for (byte sale = 1; sale <= 4; sale++)
        {
            store.Begin(Some.Id<FilingId>((byte)sale), Some.Id<InvoiceId>((byte)sale), Place(sale));
            // Events are delivered at least once; meanwhile the company may have chosen another place.
            if (dice.Roll(0.3)) store.Begin(Some.Id<FilingId>((byte)(sale + 10)), Some.Id<InvoiceId>((byte)sale), Place(sale + dice.Of(2)));
        }
    }

    /// <summary>Runs to the end; what went wrong, or nothing.</summary>
    public async Task<IReadOnlyList<string>> Run()
    {
        List<Task> running = [];
        for (var turn = 0; turn < MostTurns && (running.Count > 0 || store.Queue.Count > 0 || store.Filings.Any(f => f.Latest.Candidate is not null)); turn++)
        {
            if (dice.Roll(0.02)) jump = TimeSpan.FromSeconds(dice.Of(600) - 300);
            if (dice.Roll(0.01)) books.WriteByHand();
            foreach (var asks in store.Filings.Where(f => f.Latest.Candidate is not null && dice.Roll(0.02)).ToList()) LookThere(asks);
            var due = store.Queue.FindIndex(w => w.Due <= OurTime());
            if (running.Count < 3 && due >= 0 && dice.Roll(0.5)) running.Add(Work(due));
            else if (turns.Count > 0) Next();
            else truth.Pass(Idle());
            foreach (var ended in running.Where(t => t.IsCompleted).ToList())
            {
                running.Remove(ended);
                await ended;
            }
        }

        truth.Pass(TimeSpan.FromHours(1));
        anaf.GoOn();
        books.GoOn();
        return [.. Faults()];
    }

    IEnumerable<string> Faults()
    {
        if (store.Overlaps > 0) yield return $"{store.Overlaps} calls went into a series with another open";
        foreach (var filing in store.Filings)
        {
            var number = ScheduledStore.NumberOf(filing.InvoiceId);
            OtherSide[] sides = [anaf, books];
            var held = sides.Select(s => s.Held.Where(h => h.Number == number).Sum(h => h.Times)).ToList();
            if (held.Sum() > 1) yield return $"{number} was filed {held[0]} times at ANAF and {held[1]} times in the books";
            if (held.Sum() == 0 || filing.State != FilingState.Accepted) yield return $"{number} was forgotten: {filing.State}, {filing.Waiting}";
            if (filing.LegalNumber is { } legal && books.At(legal) != number) yield return $"{number} has the number {legal} of another";
        }
    }

    // Mostly until something is due, else a while.
    TimeSpan Idle() => dice.Roll(0.7) && store.Queue.Count > 0 && store.Queue.Min(w => w.Due) - OurTime() is var until && until > TimeSpan.Zero ? until : TimeSpan.FromSeconds(dice.Of(120));

    static string Place(int sale) => sale % 2 == 0 ? "anaf" : "smartbill";

    DateTimeOffset OurTime() => truth.GetUtcNow() + jump;

    void Next()
    {
        var turn = turns[dice.Of(turns.Count)];
        turns.Remove(turn);
        turn.SetResult();
    }

    // A step that dies comes back when its lease ends; sometimes one comes back although nobody died.
    async Task Work(int at)
    {
        var (_, step) = store.Queue[at];
        store.Queue.RemoveAt(at);
        if (dice.Roll(0.05)) store.Queue.Add((OurTime() + Lease, step));
        try
        {
            await Run(step);
        }
        catch (Exception failed) when (failed is Killed or RuleBrokenException)
        {
            store.Queue.Add((OurTime() + Lease, step));
        }
    }

    Task<Done> Run(ICommand<Done> step) => step switch
    {
        SubmitFiling submit => new SubmitFiling.Handler(this, door, who, pace, UblSchemas.None, new Ours(this)).Handle(submit, default),
        PollFiling poll => new PollFiling.Handler(this, door, who, pace, new Ours(this)).Handle(poll, default),
        ReconcileFiling ask => new ReconcileFiling.Handler(this, door, who, pace, new Ours(this)).Handle(ask, default),
        _ => throw new InvalidOperationException($"Unknown step {step}."),
    };

    // A person finds what is there, and says so.
    void LookThere(Filing filing)
    {
        books.GoOn();
        var seen = books.NumberOf(ScheduledStore.NumberOf(filing.InvoiceId));
        if (seen is not null) filing.Received($"FCT {seen}", OurTime(), isNumber: true);
        else filing.NotSent("not made", OurTime(), OurTime());
        store.Queue.Add((OurTime(), seen is not null ? new PollFiling(filing.Id) : new SubmitFiling(filing.Id)));
    }

    public Task<Result<T>> Send<T>(ICommand<T> command, CancellationToken ct = default) => Carry<T>(command);

    public Task<Result<T>> Ask<T>(IQuery<T> query, CancellationToken ct = default) => Carry<T>(query);

    async Task<Result<T>> Carry<T>(object message)
    {
        var turn = new TaskCompletionSource();
        turns.Add(turn);
        await turn.Task;
        if (dice.Roll(0.01)) throw new Killed();
        T answer;
        try
        {
            answer = store.Answer(message) is T told ? told : default!;
        }
        catch (RuleBrokenException broken)
        {
            return broken.Error;
        }

        if (dice.Roll(0.01)) throw new Killed();
        return answer;
    }

    sealed class Ours(Schedule schedule) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => schedule.OurTime();
    }
}
