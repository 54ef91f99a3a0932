using Lysekil.Azure;
using Lysekil.Desk;
using Lysekil.Desk.App;
using Lysekil.Functions;
using Lysekil.Publishing.Contents.Pictures;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

if (PictureTrialProcess.TryRun(args))
{
    return;
}

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddSiteStorage(builder.Configuration).AddPublishing();
builder.Services.AddSingleton<IPictureTrial>(PictureTrialProcess.Of(typeof(Program).Assembly));
builder.Services.AddDesk(DeskSettings.Read(builder.Configuration)).AddVersionHistory().AddSingleton<DeskPipeline>();
builder.Services.AddTelemetry(builder.Configuration).UseFunctionsWorkerDefaults();
builder.UseMiddleware(async (context, next) =>
{
    using var scope = context.GetLogger(nameof(InvocationLog)).BeginInvocation(context.InvocationId);
    await next();
});
builder.Build().Run();
