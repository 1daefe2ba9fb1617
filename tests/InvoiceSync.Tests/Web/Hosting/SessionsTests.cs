using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tests.Given;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.Tests.Web.Hosting;

public sealed class SessionsTests : IDispatcher
{
    readonly TestClock clock = new();
    readonly Sessions sessions;
    WhoIs.View? answer;
    Task database = Task.CompletedTask;
    int asked;

    public SessionsTests()
    {
        answer = new(Some.Id<UserId>(1), Some.Id<SessionId>(2), "ana@firm.example", "Ana", clock.GetUtcNow(), clock.GetUtcNow(), null) { SeenAt = clock.GetUtcNow() };
        var services = new ServiceCollection().AddScoped<CallerHolder>().AddScoped<IDispatcher>(_ => this).BuildServiceProvider();
        sessions = new(new(services.GetRequiredService<IServiceScopeFactory>()), clock);
    }

    [Fact]
    public async Task Who_is_at_work_never_waits_for_the_database()
    {
        await Find();
        for (var second = 0; second < 60; second++)
        {
            clock.Pass(TimeSpan.FromSeconds(1));
            var slow = new TaskCompletionSource();
            database = slow.Task;
            Assert.True(Find().IsCompleted);
            slow.SetResult();
        }

        Assert.InRange(asked, 15, 31);
    }

    [Fact]
    public async Task An_ended_session_acts_for_five_seconds_at_most()
    {
        await Find();
        answer = null;
        clock.Pass(TimeSpan.FromSeconds(1.9));
        Assert.NotNull(await Find());
        clock.Pass(TimeSpan.FromSeconds(0.2));
        Assert.NotNull(await Find()); // asks meanwhile
        Assert.Null(await Find());
    }

    [Fact]
    public async Task Nobody_is_remembered_beyond_that_while_the_database_is_away()
    {
        await Find();
        database = Task.FromException(new TimeoutException());
        clock.Pass(TimeSpan.FromSeconds(4.9));
        Assert.NotNull(await Find());
        clock.Pass(TimeSpan.FromSeconds(0.1));
        await Assert.ThrowsAsync<TimeoutException>(Find);
    }

    [Fact]
    public async Task What_is_forgotten_while_it_is_looked_up_stays_forgotten()
    {
        await Find();
        clock.Pass(TimeSpan.FromSeconds(3));
        var slow = new TaskCompletionSource();
        database = slow.Task;
        await Find();
        sessions.Forget("token");
        slow.SetResult();
        answer = null;
        Assert.Null(await Find());
    }

    Task<WhoIs.View?> Find() => sessions.Find("token", null, null, TestContext.Current.CancellationToken).AsTask();

    // What stood there when the question came is what is answered.
    public async Task<Result<T>> Send<T>(ICommand<T> command, CancellationToken ct = default)
    {
        Assert.IsType<WhoIs>(command);
        asked++;
        var stood = answer;
        await database;
        return (Result<T>)(object)(Result<WhoIs.View?>)stood;
    }

    public Task<Result<T>> Ask<T>(IQuery<T> query, CancellationToken ct = default) => throw new NotSupportedException();
}
