using InvoiceSync.Kernel.Modules;
using Quartz;

namespace InvoiceSync.Web.Hosting;

/// <summary>Quartz keeps the timetables and only drops work into the queue, where equal work coalesces: two nodes firing at once do no harm.</summary>
static class Timetable
{
    public static IServiceCollection AddTimetable(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var scheduled in Schedule(services))
            {
                var key = new JobKey(scheduled.Name);
                quartz.AddJob<QueueScheduled>(job => job.WithIdentity(key));
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(scheduled.Name)
                    .WithCronSchedule(scheduled.Cron, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            }
        });
        return services.AddQuartzHostedService();
    }

    static IReadOnlyList<ScheduledCommand> Schedule(IServiceCollection services) =>
        (IReadOnlyList<ScheduledCommand>)services.Single(s => s.ServiceType == typeof(IReadOnlyList<ScheduledCommand>)).ImplementationInstance!;
}
