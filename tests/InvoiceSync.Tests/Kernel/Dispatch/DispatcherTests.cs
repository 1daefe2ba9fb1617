using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Kernel.Dispatch;

/// <summary>Permission before anything is made, a scope for each message, refusals as answers, bugs as bugs.</summary>
public sealed class DispatcherTests
{
    [Fact]
    public async Task Who_may_not_is_refused_before_a_handler_is_made()
    {
        Assert.Equal("permission.missing", await Code(Some.Owner with { Permissions = new HashSet<string>() }, new Say("x")));
        Assert.Equal("permission.missing", await Code(Caller.Nobody, new Say("x")));
    }

    [Fact]
    public async Task Who_may_not_is_noted_with_what_they_asked_for_and_who_may_is_not()
    {
        var refusals = new FakeRefusalLog();
        await Send(Some.Owner, new Say("rule"), refusals);
        Assert.Empty(refusals.Noted);
        await Send(Some.Owner with { Permissions = new HashSet<string>() }, new Say("x"), refusals);
        Assert.Equal((Some.Owner.Actor, "tests.say", "invoice.read"), Assert.Single(refusals.Noted));
    }

    [Fact]
    public async Task A_message_that_states_nothing_is_refused_even_to_an_owner() => Assert.Equal("permission.missing", await Code(Some.Owner, new Unstated()));

    [Fact]
    public async Task A_handler_works_in_the_callers_name() =>
        Assert.Equal("hello usr_1", (await Send(Some.Owner, new Say("hello"))).OrThrow());

    [Fact]
    public async Task What_a_handler_sends_goes_in_the_same_name() => Assert.Equal("nested usr_1", (await Send(Some.Owner, new Say("nest"))).OrThrow());

    [Theory]
    [InlineData("rule", "thing.refused")]
    [InlineData("stale", "row.changed")]
    [InlineData("duplicate", "row.duplicated")]
    [InlineData("busy", "database.busy")]
    public async Task A_refusal_is_an_answer(string what, string code) => Assert.Equal(code, await Code(Some.Owner, new Say(what)));

    [Fact]
    public async Task A_bug_is_no_answer() => await Assert.ThrowsAsync<InvalidOperationException>(() => Send(Some.Owner, new Say("bug")));

    [Fact]
    public async Task Another_failure_of_the_database_is_no_refusal() => await Assert.ThrowsAsync<DbUpdateException>(() => Send(Some.Owner, new Say("database")));

    [Fact]
    public async Task A_message_nobody_handles_is_a_bug() => await Assert.ThrowsAsync<InvalidOperationException>(() => Send(Some.Owner, new Orphan()));

    static async Task<string?> Code(Caller caller, ICommand<string> command) => (await Send(caller, command)).Error?.Code;

    static async Task<Result<string>> Send(Caller caller, ICommand<string> command, FakeRefusalLog? refusals = null)
    {
        refusals ??= new();
        await using var services = new ServiceCollection()
            .AddSingleton<IDialect>(new FakeDialect()).AddSingleton(TimeProvider.System).AddScoped<CallerHolder>().AddScoped<ICallerSource, AmbientCaller>().AddScoped<IDispatcher, Dispatcher>()
            .AddSingleton(new HandlerTable([typeof(Saying), typeof(Unstating)])).AddTransient<IHandle<Say, string>, Saying>().AddSingleton<IRefusalLog>(refusals).AddLogging()
            .BuildServiceProvider();
        return await new ScopedDispatch(services.GetRequiredService<IServiceScopeFactory>()).As(caller, d => d.Send(command, TestContext.Current.CancellationToken));
    }

    [Requires("invoice.read")]
    sealed record Say(string What) : IProcess<string>;

    sealed record Unstated : IProcess<string>;

    [Requires("invoice.read")]
    sealed record Orphan : IProcess<string>;

    sealed class Saying(CallerHolder who, IDispatcher dispatcher) : IHandle<Say, string>
    {
        public async Task<string> Handle(Say message, CancellationToken ct) => message.What switch
        {
            "rule" => throw new RuleBrokenException(Error.Refused("thing.refused", "No.")),
            "stale" => throw new DbUpdateConcurrencyException(),
            "duplicate" or "database" or "busy" => throw new DbUpdateException(message.What),
            "bug" => throw new InvalidOperationException(),
            "nest" => (await dispatcher.Send(new Say("nested"), ct)).OrThrow(),
            var other => $"{other} {who.Caller.Actor}",
        };
    }

    sealed class Unstating : IHandle<Unstated, string>
    {
        public Task<string> Handle(Unstated message, CancellationToken ct) => throw new InvalidOperationException("It was made.");
    }
}
