using Lysekil.Azure;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.Services.AddSiteStorage(builder.Configuration).AddPublishing();
builder.Build().Run();
