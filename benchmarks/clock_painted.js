/* Waits until what a step changed is painted, whoever paints it: on WebGL or on a canvas.

   Contexts are watched for drawing, and read back after each frame that drew, since reading
   waits until the drawing is done; then the next frame begins, which the browser only lets it
   once it has taken the last. The time is that of the last frame that drew. */
(() => {
  const QUIET = 600, LIMIT = 20000;
  const GL = ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced", "drawRangeElements"];
  const PLAIN = ["putImageData", "drawImage", "fill", "stroke", "fillRect"];
  const contexts = new Set();
  let drew = 0, within = 0, stepping = false;

  function watch(prototype, names) {
    names.forEach((name) => {
      const own = prototype[name];
      prototype[name] = function (...given) {
        if (this.canvas && this.canvas.isConnected) { contexts.add(this); drew++; }
        return own.apply(this, given);
      };
    });
  }
  watch(WebGL2RenderingContext.prototype, GL);
  watch(CanvasRenderingContext2D.prototype, PLAIN);

  /* Work for the next frame that a step itself asks for belongs to its script. */
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (work) => {
    if (!stepping) return frame(work);
    return frame((now) => { const from = performance.now(); work(now); within += performance.now() - from; });
  };

  function read(context) {
    if (context.getImageData) context.getImageData(0, 0, 1, 1);
    else context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, new Uint8Array(4));
  }

  const nextFrame = () => new Promise((done) => frame(() => setTimeout(done, 0)));

  async function once(act) {
    await nextFrame();
    drew = 0; within = 0;
    const from = performance.now();
    stepping = true;
    act();
    stepping = false;
    const script = performance.now() - from;
    let last = 0;
    for (;;) {
      await nextFrame();
      if (drew) {
        contexts.forEach(read);
        drew = 0;
        await new Promise(frame);
        last = performance.now();
      }
      if (last && performance.now() - last > QUIET) return { painted: last - from, script: script + within };
      if (performance.now() - from > LIMIT) throw new Error("nothing was painted");
    }
  }

  window.painted = {
    async repeat(steps, act) {
      const painted = [], script = [];
      for (let i = 0; i < steps; i++) {
        const one = await once(() => act(i));
        painted.push(one.painted);
        script.push(one.script);
      }
      return { painted, script };
    },
  };
})();
