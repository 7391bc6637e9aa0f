# syntax=docker/dockerfile:1

# To pin it by content as well, append the digest: docker buildx imagetools inspect node:24.21.0-bookworm-slim
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /build
ENV CI=true DO_NOT_TRACK=1 TURBO_TELEMETRY_DISABLED=1
RUN npm install --global --no-audit --no-fund pnpm@11.28.0
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
RUN pnpm fetch
COPY . .
RUN pnpm install --offline --frozen-lockfile && pnpm build
# What runs: the bundles, and of better-sqlite3, which they leave outside, no more than it needs here.
RUN mkdir -p runtime/node_modules/better-sqlite3/prebuilds \
    && cp -r --parents apps/collector/dist apps/server/dist apps/weekly-report/dist runtime \
    && cd apps/collector/node_modules/better-sqlite3 \
    && cp -r package.json LICENSE lib /build/runtime/node_modules/better-sqlite3 \
    && cp "prebuilds/linux-$(node -p process.arch).node" /build/runtime/node_modules/better-sqlite3/prebuilds

FROM ${NODE_IMAGE}
COPY --from=build /build/runtime /app
RUN ln -s /app/apps/collector/dist/clarity-keep.mjs /usr/local/bin/clarity-keep \
    && ln -s /app/apps/server/dist/clarity-keep-server.mjs /usr/local/bin/clarity-keep-server \
    && ln -s /app/apps/weekly-report/dist/clarity-keep-report.mjs /usr/local/bin/clarity-keep-report \
    && install -d -o node -g node /data
ENV NODE_ENV=production DATABASE_URL=file:/data/clarity.db
# clarity-keep.json is looked up here.
WORKDIR /data
VOLUME /data
USER node
EXPOSE 8788
# Unhealthy when data is stale, or a gap can still be healed. A server says so at /health instead: see compose.yaml.
HEALTHCHECK --interval=15m --timeout=30s --start-period=10m --retries=2 \
    CMD clarity-keep status --check >/dev/null || exit 1
CMD ["clarity-keep", "daemon"]
