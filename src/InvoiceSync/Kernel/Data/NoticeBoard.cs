using System.Collections.Concurrent;
using InvoiceSync.Kernel.Work;

namespace InvoiceSync.Kernel.Data;

/// <summary>This process's notices: the dialect's listener writes them up, open screens and the work runner read them.</summary>
public sealed class NoticeBoard : INotices, IWakeUps
{
    readonly ConcurrentDictionary<Listener, byte> listeners = new();
    readonly ConcurrentDictionary<Wakened, byte> workers = new();

    public IDisposable Listen(TenantId tenant, IReadOnlySet<string> topics, Action<Notice> heard)
    {
        var listener = new Listener(this, tenant, topics, heard);
        listeners[listener] = 0;
        return listener;
    }

    public IDisposable OnWork(Action wake)
    {
        var wakened = new Wakened(this, wake);
        workers[wakened] = 0;
        return wakened;
    }

    public void Tell(Notice notice)
    {
        foreach (var (listener, _) in listeners)
            if (listener.Tenant == notice.Tenant && listener.Topics.Contains(notice.Topic)) listener.Heard(notice);
    }

    public void Wake()
    {
        foreach (var (worker, _) in workers) worker.Call();
    }

    /// <summary>Some notices may have been missed: every screen reads again, every worker looks. The empty id means "any row".</summary>
    public void LookAgain()
    {
        foreach (var (listener, _) in listeners)
            foreach (var topic in listener.Topics) listener.Heard(new(listener.Tenant, topic, Guid.Empty));
        Wake();
    }

    sealed class Listener(NoticeBoard board, TenantId tenant, IReadOnlySet<string> topics, Action<Notice> heard) : IDisposable
    {
        public TenantId Tenant => tenant;

        public IReadOnlySet<string> Topics => topics;

        public Action<Notice> Heard => heard;

        public void Dispose() => board.listeners.TryRemove(this, out _);
    }

    sealed class Wakened(NoticeBoard board, Action call) : IDisposable
    {
        public Action Call => call;

        public void Dispose() => board.workers.TryRemove(this, out _);
    }
}
